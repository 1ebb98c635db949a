import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Language, Parser } from 'web-tree-sitter';
import type { Node } from 'web-tree-sitter';

const GRAMMAR = fileURLToPath(import.meta.resolve('tree-sitter-bicep/tree-sitter-bicep.wasm'));

export interface BicepFile {
  /** `line N: text` of everything that is not Bicep. */
  readonly errors: readonly string[];
  readonly parameters: readonly { readonly name: string; readonly hasDefault: boolean }[];
  readonly outputs: readonly string[];
  readonly resources: readonly { readonly name: string; readonly type: string; readonly text: string }[];
  readonly modules: readonly {
    readonly name: string;
    readonly path: string;
    readonly params: readonly string[];
  }[];
  /** Outputs of modules that are asked for: `identity.outputs.clientId`. */
  readonly uses: readonly { readonly module: string; readonly output: string }[];
  readonly text: string;
}

async function newParser(): Promise<Parser> {
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(GRAMMAR));
  return parser;
}

let parser: Promise<Parser> | null = null;

/** Reads a template with the grammar of tree-sitter: its syntax, and the names in it. */
export async function readBicep(path: string): Promise<BicepFile> {
  return parseBicep(await readFile(path, 'utf8'));
}

export async function parseBicep(text: string): Promise<BicepFile> {
  parser ??= newParser();
  const tree = (await parser).parse(text);
  if (!tree) throw new Error('the grammar gave nothing');
  const root = tree.rootNode;
  return {
    errors: errorsIn(root),
    parameters: declarations(root, 'parameter_declaration').map((node) => ({
      name: nameOf(node),
      hasDefault: /=(?!=)/u.test(lastLineOf(node)),
    })),
    outputs: declarations(root, 'output_declaration').map(nameOf),
    resources: declarations(root, 'resource_declaration').map((node) => ({
      name: nameOf(node),
      type: stringIn(node),
      text: node.text,
    })),
    modules: declarations(root, 'module_declaration').map((node) => ({
      name: nameOf(node),
      path: stringIn(node),
      params: paramsOf(node.text),
    })),
    uses: [...text.matchAll(/\b(\w+)\.outputs\.(\w+)/gu)].map(([, module = '', output = '']) => ({
      module,
      output,
    })),
    text,
  };
}

function errorsIn(root: Node): readonly string[] {
  const errors: string[] = [];
  const visit = (node: Node): void => {
    if (node.isError || node.isMissing)
      errors.push(`line ${node.startPosition.row + 1}: ${node.text.slice(0, 80)}`);
    for (const child of node.children) if (child) visit(child);
  };
  if (root.hasError) visit(root);
  return errors;
}

const declarations = (root: Node, type: string): readonly Node[] =>
  root.descendantsOfType(type).flatMap((node) => node ?? []);

const nameOf = (node: Node): string =>
  node.children.find((child) => child?.type === 'identifier')?.text ?? '';

const stringIn = (node: Node): string =>
  (node.children.find((child) => child?.type === 'string')?.text ?? '').slice(1, -1);

/** Without decorators, which hold `=` in their words. */
const lastLineOf = (node: Node): string =>
  node.text
    .split('\n')
    .find((line) => line.startsWith('param '))
    ?.slice('param '.length) ?? '';

/** The names right below `params:` of a module, found by their indent. */
function paramsOf(text: string): readonly string[] {
  const [, block = ''] = /\n {2}params: \{\n([\s\S]*?)\n {2}\}/u.exec(text) ?? [];
  return [...block.matchAll(/^ {4}(\w+):/gmu)].flatMap(([, name]) => name ?? []);
}
