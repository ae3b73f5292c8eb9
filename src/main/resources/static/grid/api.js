// Our API, as the grid uses it. Throws Problem for everything the server refuses, and for no answer at all.
import {locale} from './texts.js';

export class Problem extends Error {
  constructor(status, body) {
    super(body?.errors?.map(error => error.message).join(' ') || body?.detail || String(status));
    this.status = status;
    this.field = body?.errors?.[0]?.field;
    this.line = body?.line;
    // Our API says why it forbids something; a session that is over is turned away before.
    this.isLoggedOut = status === 401 || (status === 403 && !body?.errors);
  }

  /** Nobody answered, or not now: the same request may succeed later. */
  get isPassing() {
    return this.status === 0 || this.status >= 500 || this.isLoggedOut;
  }
}

/** Read anew for every request: who logs in again elsewhere gets a new one, which is good here, too. */
const token = () => /(?:^|;\s*)XSRF-TOKEN=([^;]+)/.exec(document.cookie)?.[1] ?? '';

const isJson = body => body !== undefined && !(body instanceof FormData);

export async function call(method, path, body) {
  let response;
  try {
    response = await fetch('/api/v1' + path, {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json',
        'Accept-Language': locale,
        // A form says itself what it is.
        ...(body === undefined ? {} : {'X-XSRF-TOKEN': token()}), ...(isJson(body) ? {'Content-Type': 'application/json'} : {})
      },
      body: isJson(body) ? JSON.stringify(body) : body
    });
  } catch {
    throw new Problem(0);
  }
  const answer = await response.json().catch(() => null);
  if (!response.ok) {
    throw new Problem(response.status, answer);
  }
  return answer;
}

const id = encodeURIComponent;

/** The agreement a task is about, refused with 404 if there is none. */
export const agreementOfTask = taskId => call('GET', `/tasks/${id(taskId)}/agreement`);
/** Refused with 404 while nothing is announced. */
export const announcement = periodId => call('GET', `/periods/${id(periodId)}/announcement`);
export const agreement = agreementId => call('GET', `/agreements/${id(agreementId)}`);
/** @param entry the last one of the agreement's record that is known here */
export const news = (agreementId, entry) => call('GET', `/agreements/${id(agreementId)}/news?after=${entry}`);
/** What stands beside the figures. */
export const guidance = agreementId => call('GET', `/agreements/${id(agreementId)}/guidance`);
export const notes = (agreementId, lineId) => call('GET', `/agreements/${id(agreementId)}/lines/${id(lineId)}/notes`);
export const addNote = (agreementId, lineId, text) => call('POST', `/agreements/${id(agreementId)}/lines/${id(lineId)}/notes`, {text});
export const workbookAddress = agreementId => `/api/v1/agreements/${id(agreementId)}/workbook`;
/** What a workbook would change; nothing is changed yet. */
export function previewWorkbook(agreementId, file) {
  const form = new FormData();
  form.append('file', file);
  return call('POST', `/agreements/${id(agreementId)}/workbook`, form);
}
export const handover = agreementId => call('GET', `/agreements/${id(agreementId)}/handover`);
export const changeLine = (agreementId, {lineId, ...change}) =>
  call('PATCH', `/agreements/${id(agreementId)}/lines/${id(lineId)}`, change);
export const changeLines = (agreementId, changes) => call('POST', `/agreements/${id(agreementId)}/lines`, changes);
export const addLine = (agreementId, line) => call('POST', `/agreements/${id(agreementId)}/lines/new`, line);
