// Everything the grid says, in the language of the browser; German where neither is asked for, as in the task list.
const DE = {
  loading: 'Positionen werden geladen …',
  failed: 'Die Positionen konnten nicht geladen werden.',
  retry: 'Noch einmal versuchen',
  notYours: 'Diese Vereinbarung ist nicht (mehr) für Sie zu sehen.',
  empty: 'Noch keine Positionen. Fügen Sie mit „Position hinzufügen“ die erste hinzu.',
  nothingOpen: 'Hier ist nichts offen.',
  account: 'Kunde', productGroup: 'Produktgruppe', metric: 'Kennzahl', baseline: 'Basis', plan: 'Plan',
  planFor: name => `Plan ${name}`, changePercent: 'Veränd. %', changeAmount: 'Differenz', comment: 'Bemerkung',
  repComment: name => `Bemerkung ${name}`, proposal: 'Vorschlag', proposalBy: name => `Vorschlag ${name}`,
  reason: 'Begründung', response: 'Antwort', responseComment: 'Bemerkung zur Antwort', agreed: 'Vereinbart',
  gap: 'Abstand', total: 'Summe', position: 'Position',
  accept: 'Annehmen', reject: 'Ablehnen', accepted: 'angenommen', rejected: 'abgelehnt', open: 'offen',
  saving: 'speichert …', saved: time => `gespeichert ${time}`, unsaved: n => `${n} nicht gespeichert`,
  ready: 'Änderungen werden beim Tippen gespeichert', readOnly: 'Nur zur Ansicht', offline: 'keine Verbindung – wird nachgeholt',
  groupBy: 'Gruppieren nach', none: 'nicht', search: 'Suchen', addLine: 'Position hinzufügen', add: 'Hinzufügen',
  cancel: 'Abbrechen', choose: 'bitte wählen',
  missing: n => `${n} ohne Wert – zeigen`, missingAnswers: n => `${n} ohne Antwort – zeigen`,
  complete: 'Alles ausgefüllt',
  invalid: text => `„${text}“ ist keine Zahl. Schreiben Sie zum Beispiel 1.234,50.`,
  needsReason: 'Bitte begründen – noch nicht gespeichert', needsComment: 'Bitte begründen',
  setByManagement: 'Zielvorgabe', check: 'Auffälligkeit', ok: '', WARN: 'ungewöhnliche Veränderung', REASON_REQUIRED: 'Veränderung bitte begründen',
  conflict: (what, theirs, mine) => `${what}: dort ${theirs}, bei Ihnen ${mine}.`,
  changedByOther: 'Jemand anderes hat diese Position geändert', moreConflicts: n => `(und ${n} weitere)`,
  completeUnsaved: names => `Noch nicht abgeschlossen, denn hier ist etwas noch nicht gespeichert: ${names}.`,
  completeOffline: 'Noch nicht abgeschlossen: Es fehlt die Verbindung, um alles zu speichern.',
  loggedOut: 'abgemeldet – melden Sie sich in einem anderen Tab an, dann wird gespeichert',
  pasted: (taken, unread, left) => `${taken} Werte eingefügt`
    + (unread ? `, ${unread} nicht lesbar` : '') + (left ? `, ${left} ausgelassen` : '') + '.',
  keepMine: 'Meinen Wert behalten', takeTheirs: 'Anderen Wert übernehmen',
  round: (n, of) => `Runde ${n} von ${of}`, revision: n => `Fassung ${n}`, declined: reason => `Abgelehnt: ${reason}`,
  onlyDeviating: n => `${n} abweichende Positionen`, reopened: 'Nach der Ablehnung sind alle Positionen offen.',
  hash: 'Prüfsumme der Zahlen, die Sie bestätigen (SHA-256)', middle: 'Mitte', onlyProposals: 'nur Vorschläge', all: 'alle',
  wholeAgreement: 'Für die gesamte Vereinbarung', noBaseline: 'neu', due: date => `fällig ${date}`, lines: n => `${n} Positionen`
};

const EN = {
  loading: 'Loading lines …',
  failed: 'The lines could not be loaded.',
  retry: 'Try again',
  notYours: 'This agreement is not (or no longer) yours to see.',
  empty: 'No lines yet. Add the first one with “Add line”.',
  nothingOpen: 'Nothing is open here.',
  account: 'Account', productGroup: 'Product group', metric: 'Metric', baseline: 'Baseline', plan: 'Plan',
  planFor: name => `Plan ${name}`, changePercent: 'Change %', changeAmount: 'Change', comment: 'Comment',
  repComment: name => `Comment ${name}`, proposal: 'Proposal', proposalBy: name => `Proposal ${name}`,
  reason: 'Reason', response: 'Answer', responseComment: 'Comment on the answer', agreed: 'Agreed',
  gap: 'Gap', total: 'Total', position: 'Line',
  accept: 'Accept', reject: 'Reject', accepted: 'accepted', rejected: 'rejected', open: 'open',
  saving: 'saving …', saved: time => `saved ${time}`, unsaved: n => `${n} not saved`,
  ready: 'Changes are saved as you type', readOnly: 'Read only', offline: 'no connection – will be saved later',
  groupBy: 'Group by', none: 'nothing', search: 'Search', addLine: 'Add line', add: 'Add',
  cancel: 'Cancel', choose: 'please choose',
  missing: n => `${n} without a figure – show`, missingAnswers: n => `${n} without an answer – show`,
  complete: 'All filled in',
  invalid: text => `“${text}” is not a number. Write for example 1,234.50.`,
  needsReason: 'Please give a reason – not saved yet', needsComment: 'Please give a reason',
  setByManagement: 'Set by management', check: 'Check', ok: '', WARN: 'unusual change', REASON_REQUIRED: 'please explain this change',
  conflict: (what, theirs, mine) => `${what}: theirs is ${theirs}, yours is ${mine}.`,
  changedByOther: 'Somebody else changed this line', moreConflicts: n => `(and ${n} more)`,
  completeUnsaved: names => `Not completed yet, because something is not saved here: ${names}.`,
  completeOffline: 'Not completed yet: there is no connection to save everything.',
  loggedOut: 'logged out – log in in another tab, then it will be saved',
  pasted: (taken, unread, left) => `${taken} values pasted`
    + (unread ? `, ${unread} unreadable` : '') + (left ? `, ${left} left out` : '') + '.',
  keepMine: 'Keep mine', takeTheirs: 'Take theirs',
  round: (n, of) => `Round ${n} of ${of}`, revision: n => `Revision ${n}`, declined: reason => `Declined: ${reason}`,
  onlyDeviating: n => `${n} deviating lines`, reopened: 'After the confirmation was declined, every line is open.',
  hash: 'Fingerprint of the figures you confirm (SHA-256)', middle: 'Middle', onlyProposals: 'proposals only', all: 'all',
  wholeAgreement: 'For the whole agreement', noBaseline: 'new', due: date => `due ${date}`, lines: n => `${n} lines`
};

/** Two ways of writing numbers are read and written, whatever else a region may do; dates are the region's own. */
export const locale = /^en/.test(navigator.language) ? (navigator.language === 'en-US' ? 'en-US' : 'en-GB') : 'de-DE';
export const texts = locale.startsWith('en') ? EN : DE;
export const metricName = metric => (locale.startsWith('en') ? metric.nameEn : metric.nameDe);
