/** What an element of a document part does to the state, and the vocabularies that such readers make up. */
import type { BodyState } from './body-state.ts';
import type { Attributes } from './xml-events.ts';

export interface ElementReader {
  /** 'skip' leaves the element out with all that it holds. */
  readonly open?: (state: BodyState, attributes: Attributes) => 'skip' | undefined;
  readonly close?: (state: BodyState) => void;
  /** What reads the elements inside, where it is not the same vocabulary. */
  readonly inside?: Vocabulary;
}

export interface Vocabulary {
  readonly elements: ReadonlyMap<string, ElementReader>;
  /** Content of unknown elements is read and the name reported; unknown properties hold no text and are skipped. */
  readonly unknown: 'report' | 'skip';
}

export const THROUGH: ElementReader = {};
export const SKIP: ElementReader = { open: () => 'skip' };

/** An element that only does something, with nothing inside that counts. */
export function act(run: (state: BodyState, attributes: Attributes) => void): ElementReader {
  return {
    open(state, attributes) {
      run(state, attributes);
      return undefined;
    },
  };
}
