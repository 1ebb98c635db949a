import type { HelpContact } from '../../core/programme.ts';

/** Public lines, free and in the language of their country, as their operators publish them. */
export const HELP_CONTACTS: readonly HelpContact[] = [
  line('DE', 'TelefonSeelsorge', '0800 1110111', 'https://www.telefonseelsorge.de', '112'),
  line('AT', 'Telefonseelsorge', '142', 'https://www.telefonseelsorge.at', '112'),
  line('CH', 'Die Dargebotene Hand', '143', 'https://www.143.ch', '112'),
  line('GB', 'Samaritans', '116 123', 'https://www.samaritans.org', '999'),
  line('IE', 'Samaritans', '116 123', 'https://www.samaritans.org/ireland', '112'),
  line('US', '988 Suicide & Crisis Lifeline', '988', 'https://988lifeline.org', '911'),
  line('CA', '9-8-8 Suicide Crisis Helpline', '988', 'https://988.ca', '911'),
  line('IN', 'Tele-MANAS', '14416', 'https://telemanas.mohfw.gov.in', '112'),
  line('PL', 'Linia wsparcia', '116 123', 'https://116sos.pl', '112'),
  line('ES', 'Línea 024', '024', null, '112'),
  line('FR', '3114', '3114', 'https://3114.fr', '112'),
  line('NL', '113 Zelfmoordpreventie', '0800 0113', 'https://www.113.nl', '112'),
  line('BR', 'Centro de Valorização da Vida', '188', 'https://cvv.org.br', '192'),
  line('*', 'Find A Helpline', 'findahelpline.com', 'https://findahelpline.com', '112'),
];

function line(
  country: string,
  name: string,
  phone: string,
  url: string | null,
  emergency: string,
): HelpContact {
  return { country, name, phone, url, hours: '24/7', emergency };
}
