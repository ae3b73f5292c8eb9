export default {
  app: {name: navigator.language.startsWith('en') ? 'Target agreements' : 'Zielvereinbarungen', vendor: 'Konsens'},
  locales: {availableLocales: ['de', 'en'], fallbackLocale: 'de'},
  customScripts: ['scripts/konsens'],
  csrfCookieName: 'XSRF-TOKEN',
  shortcuts: {
    claimTask: {key: 'ctrl+alt+c', description: 'claims the currently selected task'},
    focusFilter: {key: 'ctrl+shift+f', description: 'set the focus to the first filter in the list'},
    focusList: {key: 'ctrl+alt+l', description: 'sets the focus to the first task in the list'},
    focusForm: {key: 'ctrl+alt+f', description: 'sets the focus to the first input field in a task form'}
  }
};
