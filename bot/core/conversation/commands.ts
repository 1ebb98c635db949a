/** What people type when they want something of the bot: English and German, several ways each. */
import type { Part } from './dialog.ts';

export const COMMANDS = [
  'hello',
  'help',
  'how-it-works',
  'who-sees',
  'join',
  'leave',
  'pause',
  'resume',
  'my-data',
  'missed',
  'erase',
  'profile',
  'browse',
  'thanks',
  'yes',
  'no',
  'skip',
] as const;
export type Command = (typeof COMMANDS)[number];

const list = (words: string): readonly string[] => words.split('|').map((phrase) => phrase.trim());

/** Whole messages, once polite words are taken away. */
export const PHRASES: Readonly<Record<Command, readonly string[]>> = {
  hello: list(
    'hi | hello | hey | hi there | hello there | good morning | moin | hallo | servus | guten morgen | guten tag | gruezi',
  ),
  help: list(
    'help | help me | commands | menu | options | what can you do | what can i do | hilfe | hilf mir | was kannst du | befehle | menue',
  ),
  'how-it-works': list(
    'how it works | how does it work | how does this work | what is this | what are you | who are you | wie funktioniert das | wie geht das | was ist das | wer bist du | so funktioniert es',
  ),
  'who-sees': list(
    'who can see what | who sees what | who can see this | who can see it | who sees this | who can read this | is this private | is this confidential | privacy | does my boss see this | does my manager see this | can my boss see this | can my manager see this | wer sieht was | wer kann was sehen | wer sieht das | wer liest das | wer kann das sehen | ist das vertraulich | sieht mein chef das | sieht meine chefin das | datenschutz',
  ),
  join: list(
    'join | join in | sign up | count in | im in | i am in | mitmachen | beitreten | anmelden | bin dabei | ich bin dabei | dabei sein | teilnehmen | ich mache mit | mache mit',
  ),
  leave: list(
    'stop | stop it | leave | quit | unsubscribe | opt out | leave programme | leave program | leave me alone | i want out | sign off | aufhoeren | hoer auf | stopp | abmelden | austreten | verlassen | programm verlassen | ich bin raus | raus | beenden | lass in ruhe',
  ),
  pause: list(
    'pause | take a break | break | need a break | not now for a while | pausieren | pausiere | pause machen | auszeit',
  ),
  resume: list(
    'resume | unpause | im back | i am back | back | back again | continue | fortsetzen | weitermachen | bin zurueck | ich bin zurueck | wieder da | bin wieder da | ich bin wieder da | pause beenden',
  ),
  'my-data': list(
    'data | export | export data | download data | what do you know about me | what is kept | what is stored | what do you store | daten | daten exportieren | was weisst du ueber mich | was ist gespeichert | was speicherst du',
  ),
  missed: list(
    'missed | what did i miss | what have i missed | did i miss something | did i miss anything | did i miss a message | have i missed something | have i missed anything | have i missed a message | missed messages | any missed messages | what was lost | did something get lost | am i missing something | am i missing anything | verpasst | habe ich etwas verpasst | habe ich was verpasst | hab ich etwas verpasst | hab ich was verpasst | was habe ich verpasst | was hab ich verpasst | etwas verpasst | was verpasst | habe ich eine nachricht verpasst | verpasste nachrichten | ist etwas verloren gegangen',
  ),
  erase: list(
    'erase | erase data | delete data | delete me | forget me | erase everything | delete everything | daten loeschen | loesch daten | loesche daten | alles loeschen | vergiss mich | loesche mich',
  ),
  profile: list(
    'profile | settings | summary | status | preferences | profil | einstellungen | zusammenfassung',
  ),
  browse: list(
    'browse | experiences | lived experiences | list | show list | browse experiences | erfahrungen | liste | stoebern',
  ),
  thanks: list(
    'thanks | thank you | thx | cheers | great | cool | super | danke | vielen dank | dankeschoen | prima',
  ),
  yes: list(
    'yes | y | yep | yeah | sure | ok | okay | of course | right | correct | thats right | ja | jo | klar | gerne | genau | stimmt | passt | richtig | in ordnung',
  ),
  no: list(
    'no | n | nope | no thanks | not really | none | none of these | neither | nein | nee | nein danke | keins davon | keines davon | nichts davon | stimmt nicht | falsch',
  ),
  skip: list(
    'skip | nothing | nothing now | not now | later | next | dont know | no idea | i dont know | ueberspringen | nichts | gar nichts | spaeter | nicht jetzt | weiter | naechste | weiss nicht | keine ahnung | ich weiss nicht',
  ),
};

/** The names of the parts of a profile, as people call them. */
export const PART_WORDS: Readonly<Record<Part, readonly string[]>> = {
  offers: list('topics | offers | what i offer | offer | themen | angebote | was ich anbiete'),
  needs: list('needs | what i need | need | what i face | bedarf | was ich suche | was ich brauche'),
  capacity: list(
    'capacity | how many | how many people | mentees | number of people | kapazitaet | wie viele | anzahl | plaetze',
  ),
  rhythm: list('rhythm | frequency | how often | cadence | rhythmus | haeufigkeit | wie oft | takt'),
  hours: list(
    'hours | working hours | work hours | times | working times | days | schedule | stunden | arbeitszeit | arbeitszeiten | zeiten | tage | arbeitstage | uhrzeiten',
  ),
  languages: list('languages | languages i speak | sprachen | meine sprachen'),
};

/** Taken away before a message is compared: politeness, possession, and the verb of changing or showing. */
export const POLITE: ReadonlySet<string> = new Set(
  list(
    'please | pls | plz | can | could | you | kindly | my | mine | the | now | want | to | i | would | like | let | lets | me | show | see | change | edit | update | set | adjust | alongside | bitte | kannst | du | mir | mal | mein | meine | meinen | meiner | ich | moechte | will | wuerde | gern | zeig | zeige | zeigen | sehen | aendern | aendere | anpassen | einstellen | bearbeiten | jetzt | die | der | das | den | doch',
  ),
);
