import { useState, type FormEvent, type RefObject } from 'react';
import { Button, type IButtonProps } from '@zendeskgarden/react-buttons';
import { Item, ItemGroup, Menu } from '@zendeskgarden/react-dropdowns';
import { Field, Input } from '@zendeskgarden/react-forms';
import type { RewriteWish } from '../shared/types';
import { ChevronIcon } from '../shared/icons';
import { useSurroundings } from './context';
import type { Rewriting } from './useRewriting';

const tones = ['friendly', 'formal', 'apologetic', 'simple'] as const;
const lengths = ['shorter', 'longer'] as const;
const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'ja', 'ar'] as const;
const mostCharacters = 500;

/** What an agent may want otherwise: a tone, a length, a language from the menu, anything else in words. */
export function RewriteControls({ rewriting }: { rewriting: Rewriting }) {
  const { t, figures } = useSurroundings();
  const [instruction, setInstruction] = useState('');
  const { state, notDone, canGoBack, rewrite, goBack, detail } = rewriting;
  const busy = state === 'busy';

  function send(event: FormEvent) {
    event.preventDefault();
    void rewrite({ instruction: instruction.trim() });
  }

  return (
    <div className="rewrite" data-testid="rewrite" aria-busy={busy}>
      <div className="row">
        <Menu isCompact maxHeight="280px" placement="bottom-start" aria-label={t('rewrite.open')}
          onChange={({ value }: { value?: string }) => { if (value) void rewrite(wishOf(value)); }}
          button={props => (
            <button {...trigger(props)} disabled={busy} className="value">{t(busy ? 'rewrite.working' : 'rewrite.open')} <ChevronIcon /></button>
          )}>
          <ItemGroup aria-label={t('rewrite.wishes.tone')}>
            {tones.map(tone => <Item key={tone} value={`tone:${tone}`}>{t(`rewrite.${tone}`)}</Item>)}
          </ItemGroup>
          <ItemGroup aria-label={t('rewrite.wishes.length')}>
            {lengths.map(length => <Item key={length} value={`length:${length}`}>{t(`rewrite.${length}`)}</Item>)}
          </ItemGroup>
          <ItemGroup legend={t('rewrite.wishes.language')}>
            {languages.map(code => <Item key={code} value={`language:${code}`}>{figures.languageName(code)}</Item>)}
          </ItemGroup>
        </Menu>
        {canGoBack && <Button size="small" isBasic disabled={busy} onClick={goBack}>{t('rewrite.back')}</Button>}
      </div>
      <form className="row instruction" onSubmit={send}>
        <Field>
          <Field.Label hidden>{t('rewrite.instruction')}</Field.Label>
          <Input isCompact name="instruction" maxLength={mostCharacters} placeholder={t('rewrite.instruction')} value={instruction} onChange={e => setInstruction(e.target.value)} />
        </Field>
        <Button size="small" type="submit" disabled={busy || !instruction.trim()}>{t('rewrite.go')}</Button>
      </form>
      <p className="told small" role="status">
        {state === 'done' && notDone.length === 0 && t('rewrite.done')}
      </p>
      {notDone.map(({ wish, because }) => (
        <p key={wish} className="small failed" role="alert">{t('rewrite.notDone', { wish: t(`rewrite.wishes.${wish}`), why: t(`rewrite.because.${because}`) })}</p>
      ))}
      {state === 'failed' && <p className="small failed" role="alert">{t('rewrite.failed', { detail })}</p>}
    </div>
  );
}

function wishOf(value: string): RewriteWish {
  const [name, wanted] = value.split(':') as ['tone' | 'length' | 'language', string];
  return { [name]: wanted };
}

function trigger({ size: _, ...props }: IButtonProps & { ref: RefObject<HTMLButtonElement> }) {
  return { ...props, type: 'button' as const };
}
