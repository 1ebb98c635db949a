import type { SuggestedWeight } from '../learning/suggest.ts';

/**
 * What the answers of the months that have ended suggest for the weights. Off unless the programme wants it; `waiting`
 * until it has been worked out for the first time; `few` below the fewest people; `unclear` where the answers show
 * nothing.
 */
export type WeightSuggestion =
  | { readonly state: 'off' }
  | { readonly state: 'waiting' }
  | { readonly state: 'few'; readonly fewest: number }
  | { readonly state: 'unclear'; readonly period: string }
  | { readonly state: 'ready'; readonly period: string; readonly weights: readonly SuggestedWeight[] };
