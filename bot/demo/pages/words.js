/** The words of the demonstration's own two pages. */
const WORDS = {
  en: {
    title: 'Alongside: the demonstration',
    company:
      'A company of {people} people, with a programme called “{programme}” that has been running for two months.',
    chat: 'Talk with the bot',
    chatHint: 'Each window is one person in the Microsoft 365 Agents Playground.',
    noChat:
      'There is no chat window: none was asked for, or the Playground could not be fetched. Everything else works.',
    tab: 'Open the tab',
    tabHint: 'In a plain browser you choose who you are; in the frame it looks as it does inside Teams.',
    tabPlain: 'Plain browser',
    inFrame: 'In a Teams frame, as {name}',
    time: 'Move the time',
    timeHint: 'This demonstration has a clock of its own, so that nobody waits a week for a check-in.',
    now: 'It is now {now}.',
    morning: 'Next working morning',
    checkIn: 'Next check-in',
    month: 'Next month',
    employee: 'employee',
    manager: 'manager',
    coordinator: 'coordinator',
    it: 'IT',
    as: 'You are {name} ({role})',
    theme: 'Theme',
    default: 'Light',
    dark: 'Dark',
    contrast: 'High contrast',
    back: 'Back to the demonstration',
  },
  de: {
    title: 'Alongside: die Vorführung',
    company:
      'Eine Firma mit {people} Menschen und einem Programm namens „{programme}“, das seit zwei Monaten läuft.',
    chat: 'Mit dem Bot sprechen',
    chatHint: 'Jedes Fenster ist eine Person im Microsoft 365 Agents Playground.',
    noChat:
      'Es gibt kein Chatfenster: Es wurde keines verlangt, oder der Playground war nicht zu bekommen. Alles andere geht.',
    tab: 'Die Registerkarte öffnen',
    tabHint: 'Im Browser wählst du, wer du bist; im Rahmen sieht es aus wie in Teams.',
    tabPlain: 'Im Browser',
    inFrame: 'Im Teams-Rahmen, als {name}',
    time: 'Die Zeit verstellen',
    timeHint:
      'Die Vorführung hat ihre eigene Uhr, damit niemand eine Woche auf die nächste Frage warten muss.',
    now: 'Es ist jetzt {now}.',
    morning: 'Nächster Arbeitsmorgen',
    checkIn: 'Nächster Check-in',
    month: 'Nächster Monat',
    employee: 'Kollegin oder Kollege',
    manager: 'Führungskraft',
    coordinator: 'Koordination',
    it: 'IT',
    as: 'Du bist {name} ({role})',
    theme: 'Design',
    default: 'Hell',
    dark: 'Dunkel',
    contrast: 'Hoher Kontrast',
    back: 'Zurück zur Vorführung',
  },
};

export const language = navigator.language.toLowerCase().startsWith('de') ? 'de' : 'en';
document.documentElement.lang = language;

export function say(key, facts = {}) {
  return WORDS[language][key].replace(/\{(\w+)\}/g, (_whole, name) => String(facts[name]));
}

for (const place of document.querySelectorAll('[data-words]')) place.textContent = say(place.dataset.words);
