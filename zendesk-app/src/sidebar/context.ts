import { createContext, useContext } from 'react';
import type { Api } from '../shared/api';
import type { Figures } from '../shared/figures';
import type { Translate } from '../shared/texts';
import type { Framework } from './framework';

/** What every part of the sidebar may need: the backend, the page around us, the words. */
export interface Surroundings {
  api: Api;
  framework: Framework;
  t: Translate;
  language: string;
  figures: Figures;
  /** The desk whose ticket numbers the page around us understands; null where it speaks ours. */
  source: string | null;
}

export const SurroundingsContext = createContext<Surroundings | null>(null);

export function useSurroundings(): Surroundings {
  const found = useContext(SurroundingsContext);
  if (!found) throw new Error('This part stands outside the sidebar.');
  return found;
}
