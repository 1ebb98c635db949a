import { AppManifestUtils } from '@microsoft/app-manifest';
import { zipSync } from 'fflate';

/** Files of an app package by name. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>;

/** What keeps a package from being one. */
export type PackageProblem =
  | { readonly kind: 'schema'; readonly what: string }
  | { readonly kind: 'icon'; readonly file: string; readonly size: number }
  | { readonly kind: 'icon-not-there'; readonly file: string }
  | { readonly kind: 'language-key'; readonly file: string; readonly key: string };

export type Variables = Readonly<{ [name: string]: string | undefined }>;

/** Everything that goes into the zip; the manifest and its languages have placeholders, the icons are as they are. */
export const PACKAGE_FILES = ['manifest.json', 'en.json', 'de.json', 'color.png', 'outline.png'] as const;

const PLACEHOLDER = /\$\{\{([A-Z0-9_]+)\}\}/g;
const ICONS = [
  ['color.png', 192],
  ['outline.png', 32],
] as const;

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** Names of all `${{VARIABLES}}` that the files ask for and that have no value, in order of the alphabet. */
export function missingVariables(files: PackageFiles, variables: Variables): readonly string[] {
  const asked = [...files]
    .filter(([name]) => name.endsWith('.json'))
    .flatMap(([, bytes]) => [...textOf(bytes).matchAll(PLACEHOLDER)].flatMap(([, name]) => name ?? []));
  return [...new Set(asked)].filter((name) => !variables[name]?.trim()).sort();
}

/** The files with their placeholders filled in. */
export function filledIn(files: PackageFiles, variables: Variables): PackageFiles {
  const value = (_match: string, name: string): string =>
    // The value lands inside a JSON string.
    JSON.stringify(variables[name]?.trim() ?? '').slice(1, -1);
  return new Map(
    [...files].map(([name, bytes]) =>
      name.endsWith('.json')
        ? [name, new TextEncoder().encode(textOf(bytes).replaceAll(PLACEHOLDER, value))]
        : [name, bytes],
    ),
  );
}

/** Everything that is wrong with a package that has been filled in. */
export async function problemsOf(files: PackageFiles): Promise<readonly PackageProblem[]> {
  const manifest = JSON.parse(textOf(files.get('manifest.json')));
  const schema = await AppManifestUtils.validateAgainstSchema(manifest);
  return [
    ...schema.map((what) => ({ kind: 'schema' as const, what })),
    ...ICONS.flatMap(([file, size]) => iconProblem(files, file, size)),
    ...['en.json', 'de.json'].flatMap((file) => languageProblems(files, file, manifest)),
  ];
}

function iconProblem(files: PackageFiles, file: string, size: number): readonly PackageProblem[] {
  const bytes = files.get(file);
  if (bytes === undefined) return [{ kind: 'icon-not-there', file }];
  const found = pngSize(bytes);
  return found?.width === size && found.height === size ? [] : [{ kind: 'icon', file, size }];
}

/** A PNG says its size in the first chunk (ISO/IEC 15948); null for anything else. */
export function pngSize(bytes: Uint8Array): { width: number; height: number } | null {
  const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  if (bytes.length < 24 || !signature.every((byte, place) => bytes[place] === byte)) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Each language translates exactly the words that the manifest has. */
function languageProblems(files: PackageFiles, file: string, manifest: unknown): readonly PackageProblem[] {
  const translated = Object.keys(JSON.parse(textOf(files.get(file)))).filter((key) => key !== '$schema');
  const wanted = wordsIn(manifest);
  const odd = [
    ...translated.filter((key) => !wanted.includes(key)),
    ...wanted.filter((key) => !translated.includes(key)),
  ];
  return odd.map((key) => ({ kind: 'language-key', file, key }));
}

const TRANSLATED = [
  /^name\.(short|full)$/,
  /^description\.(short|full)$/,
  /^staticTabs\[\d+\]\.name$/,
  /^bots\[0\]\.commandLists\[\d\]\.commands\[\d+\]\.(title|description)$/,
];

/** Paths of all texts of a manifest that people see, as localisation files name them. */
function wordsIn(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'string') return TRANSLATED.some((pattern) => pattern.test(path)) ? [path] : [];
  if (Array.isArray(value)) return value.flatMap((one, place) => wordsIn(one, `${path}[${place}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => wordsIn(one, path === '' ? key : `${path}.${key}`));
}

/** The zip that Teams takes; the same files give the same bytes. */
export function zipped(files: PackageFiles): Uint8Array {
  // The first moment that a zip can tell, so that packing it again changes nothing.
  return zipSync(Object.fromEntries(files), { level: 9, mtime: new Date(1980, 0, 1) });
}
