import { Field, Select } from '@zendeskgarden/react-forms';
import { Tag } from '@zendeskgarden/react-tags';
import type { ReviewField } from '../../shared/reviews';
import type { Level } from '../../shared/types';
import { spoken } from '../../shared/texts';

const hues: Record<Level, string | undefined> = { high: 'successHue', medium: 'warningHue', low: undefined };
export const ways: Record<string, string> = { rules: 'By rules', classifier: 'From this desk’s tickets', model: 'By a model' };

/** camelCase as a person would read it. */
export const spokenField = (field: string) => spoken(field.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`));

interface Props {
  number: number;
  field: ReviewField;
  choices: string[];
  /** What the person has chosen instead. */
  chosen: string | undefined;
  /** Whether the value belongs to another category than the one now chosen. */
  foreign: boolean;
  onChoose: (value: string) => void;
}

/** One field: what triage said and how sure it was; choosing another value corrects it. */
export function FieldRow({ number, field, choices, chosen, foreign, onChoose }: Props) {
  const values = choices.includes(field.value) || foreign ? choices : [field.value, ...choices];
  return (
    <li className={chosen || foreign ? 'review-field corrected' : 'review-field'} data-field={field.field}>
      <kbd aria-hidden="true">{number}</kbd>
      <span className="review-label">{spokenField(field.field)}</span>
      <span className="review-judged">
        <Tag size="small" hue={hues[field.level]} isPill><span>{Math.round(field.confidence * 100)} %</span></Tag>
        <span className="subtle small">{ways[field.way] ?? field.way}{field.given !== null && `; set to ${spoken(field.given)} since`}</span>
      </span>
      <Field>
        <Field.Label hidden>{spokenField(field.field)}</Field.Label>
        <Select isCompact value={chosen ?? (foreign ? '' : field.value)} onChange={e => { if (e.target.value) onChoose(e.target.value); }}>
          {foreign && !chosen && <option value="">Was {spoken(field.value)}; choose another</option>}
          {values.map(value => <option key={value} value={value}>{spoken(value)}</option>)}
        </Select>
      </Field>
    </li>
  );
}
