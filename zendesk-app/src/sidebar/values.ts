import type { Figures } from '../shared/figures';
import { named, type Translate } from '../shared/texts';

/** What a field is called. */
export const fieldName = (t: Translate, field: string): string => named(t, 'triage.fields', field);

/** What a field's value is called: the product's own values in the agent's language, a desk's own as they stand. */
export const valueName = (field: string, value: string, t: Translate, figures: Figures): string =>
  field === 'language' ? figures.languageName(value) : named(t, 'values', value);
