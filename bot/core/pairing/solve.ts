import type { SolveAssignment } from './assignment.ts';
import { solveByEngine } from './engine/engine.ts';

/** The method that rounds are solved with. Whatever stands here, its results carry a proof that anyone can check. */
export const solveAssignment: SolveAssignment = solveByEngine;
