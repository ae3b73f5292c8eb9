// Elements as the grid's parts make them.

export const h = (tag, properties = {}, ...children) => {
  const {role, className, ...rest} = properties;
  const e = Object.assign(document.createElement(tag), rest);
  role && e.setAttribute('role', role);
  className && (e.className = className);
  e.append(...children);
  return e;
};

/** A telephone: there a grid has fewer columns. */
export const isSmall = () => window.matchMedia('(max-width: 700px)').matches;

let dialogs = 0;

/** Opens a dialog above the page; closing it leads back to where one was. Nothing in it is sent with a form around the grid. */
export function dialog(title, className, ...content) {
  const id = `kg-dialog-${++dialogs}`;
  const close = h('button', {type: 'button', className: 'kg-close', textContent: '✕'});
  const element = h('dialog', {className: `kg-dialog ${className}`}, h('h2', {id, textContent: title}), close, ...content);
  element.setAttribute('aria-labelledby', id);
  close.addEventListener('click', () => element.close());
  element.addEventListener('close', () => element.remove());
  document.body.append(element);
  element.showModal();
  return {element, close};
}
