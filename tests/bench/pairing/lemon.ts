import { execFileSync, spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Answer } from './rivals.ts';

const SOURCE = fileURLToPath(new URL('lemon.cpp', import.meta.url));

export type Lemon = (
  method: 'simplex' | 'scaling' | 'peers',
  instance: string,
) => Answer & { seconds: number };

/** Compiles the reference into a folder; null with a word about it where there is no compiler or no LEMON. */
export function compileLemon(folder: string, note: (line: string) => void): Lemon | null {
  const program = path.join(folder, 'lemon');
  const { status, error } = spawnSync('g++', ['-O3', '-march=native', '-o', program, SOURCE, '-llemon']);
  if (error !== undefined || status !== 0) {
    note('SKIPPED: LEMON, as there is no g++ or no liblemon-dev here');
    return null;
  }
  return (method, instance) => {
    const line = execFileSync(program, [method, instance], { encoding: 'utf8' });
    const [paired = 0, objective = 0, seconds = 0] = line.split(' ').map(Number);
    return { paired, objective, seconds };
  };
}
