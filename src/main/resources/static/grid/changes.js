// What may be changed by whom, and how a change is said to the server.

/** The right each change needs; its fields on the line and how the server calls them. */
const RIGHTS = {
  PLAN: {plan: 'plan', planComment: 'comment'},
  PROPOSE: {proposal: 'proposal', proposalReason: 'reason'},
  ANSWER: {response: 'response', responseComment: 'comment'},
  AGREE: {agreed: 'agreed'}
};

const TEXTS = ['comment', 'reason'];

export const rights = Object.keys(RIGHTS);
export const rightFor = field => rights.find(right => field in RIGHTS[right]);
export const fieldsOf = right => Object.keys(RIGHTS[right]);

/** All that somebody with this right has to say about a line. A text that was emptied is '', for null would leave it be. */
export function say(line, right) {
  return Object.fromEntries(Object.entries(RIGHTS[right])
    .map(([field, name]) => [name, TEXTS.includes(name) ? line[field] ?? '' : line[field]]));
}

/** What has been typed since a change was sent: it must survive the answer. */
export function typedSince(change, line, right) {
  const now = say(line, right);
  return Object.fromEntries(Object.entries(RIGHTS[right])
    .filter(([, name]) => now[name] !== change[name])
    .map(([field]) => [field, line[field]]));
}

/** The fields in which somebody else's line says something else than a change wants. */
export function differing(change, theirs, right, isSame) {
  const said = say(theirs, right);
  return Object.entries(RIGHTS[right])
    .filter(([, name]) => (TEXTS.includes(name) || name === 'response'
      ? change[name] !== said[name]
      : !isSame(change[name], said[name])))
    .map(([field]) => field);
}

/** The field a problem of the server is about. */
export const fieldNamed = (name, right) =>
  Object.keys(RIGHTS[right]).find(field => RIGHTS[right][field] === name || field === name) ?? fieldsOf(right)[0];
