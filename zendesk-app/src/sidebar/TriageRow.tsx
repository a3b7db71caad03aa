import type { RefObject } from 'react';
import type { IButtonProps } from '@zendeskgarden/react-buttons';
import { Item, ItemGroup, Menu } from '@zendeskgarden/react-dropdowns';
import type { TriageField, Verdict } from '../shared/types';
import { ChevronIcon } from '../shared/icons';
import type { Figures } from '../shared/figures';
import type { Translate } from '../shared/texts';
import { useSurroundings } from './context';
import { LevelTag } from './LevelTag';
import { fieldName, valueName } from './values';

interface Props {
  field: TriageField;
  verdict: Verdict;
  values: string[];
  saving?: string;
  failed?: string;
  onCorrect: (value: string) => void;
}

/** One field: what it is, how sure that is and who says so; its value opens the menu that corrects it. */
export function TriageRow({ field, verdict, values, saving, failed, onCorrect }: Props) {
  const { t, figures } = useSurroundings();
  const value = saving ?? verdict.value;
  const words = value === null ? t('triage.unknown') : valueName(field, value, t, figures);
  const label = fieldName(t, field);
  return (
    <li className="triage-row" data-field={field} data-value={value ?? ''}>
      <span className="triage-label subtle">{label}</span>
      <div className="triage-value">
        {values.length > 0
          ? (
            <Menu isCompact maxHeight="240px" placement="bottom-start" aria-label={label}
              selectedItems={value ? [{ value, name: field, type: 'radio' }] : []}
              onChange={({ value: chosen }: { value?: string }) => choose(chosen)}
              button={props => (
                <button {...trigger(props)} disabled={!!saving} className={value ? 'value' : 'value subtle'}
                  aria-label={t('triage.correct', { field: label, value: words })}>{words} <ChevronIcon /></button>
              )}>
              <ItemGroup type="radio" aria-label={label}>
                {values.map(choice => (
                  <Item key={choice} value={choice} name={field}>{valueName(field, choice, t, figures)}</Item>
                ))}
              </ItemGroup>
            </Menu>
          )
          : <span className={value ? 'value' : 'value subtle'}>{words}</span>}
        <span className="small subtle">{saving ? t('triage.saving') : sourceOf(verdict, t, figures)}</span>
        {!saving && verdict.because.length > 0 && <span className="small subtle because" dir="auto">
          {verdict.because.slice(0, mostWords).map(words => verdict.source === 'rules' ? t('triage.quoted', { words }) : words).join(', ')}
        </span>}
        {failed && <span className="small failed" role="alert">{failed}</span>}
      </div>
      {verdict.value !== null && !saving && <LevelTag level={verdict.level} />}
    </li>
  );

  /** The menu reports every move; only a choice carries a value. The same value again still is a person's word. */
  function choose(chosen?: string) {
    if (chosen) onCorrect(chosen);
  }
}

function trigger({ size: _, ...props }: IButtonProps & { ref: RefObject<HTMLButtonElement> }) {
  return { ...props, type: 'button' as const };
}

const mostWords = 3;

function sourceOf(verdict: Verdict, t: Translate, figures: Figures): string {
  if (verdict.value === null || !verdict.source) return '';
  const source = t(`triage.sources.${verdict.source}`);
  const counted = verdict.source !== 'given' && verdict.source !== 'correction';
  return counted ? t('triage.sureness', { source, percent: figures.percent(verdict.confidence) }) : source;
}
