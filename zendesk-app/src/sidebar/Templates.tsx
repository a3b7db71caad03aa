import { Tag } from '@zendeskgarden/react-tags';
import type { ReplyTemplate } from '../shared/types';
import { TemplateIcon } from '../shared/icons';
import { useSurroundings } from './context';
import { Section } from './Section';
import { UseOfText } from './UseOfText';
import { fieldName, valueName } from './values';

/** The desk's macros and templates that fit, as words to insert: what else a macro would set is told and left to the agent. */
export function Templates({ templates, isBesideReply }: { templates: ReplyTemplate[]; isBesideReply: boolean }) {
  const { t } = useSurroundings();
  if (templates.length === 0) return null;
  return (
    <Section name="templates" title={t('templates.title')} icon={<TemplateIcon />} note={templates.length}>
      <ul className="cards">{templates.map(template => <TemplateCard key={template.id} template={template} isBesideReply={isBesideReply} />)}</ul>
    </Section>
  );
}

function TemplateCard({ template, isBesideReply }: { template: ReplyTemplate; isBesideReply: boolean }) {
  const { t, figures } = useSurroundings();
  const { blanks, effects } = template;
  const effect = ({ field, value }: { field: string; value: string }) =>
    t('templates.effect', { field: fieldName(t, field), value: field === 'status' ? t(`status.${value}`) : valueName(field, value, t, figures) });
  return (
    <li data-template={template.id}>
      <div className="article-title" dir="auto">
        <span>{template.kind === 'builtin' ? valueName('category', template.title, t, figures) : template.title}</span> <Tag size="small" className="segment"><span>{t(`templates.kinds.${template.kind}`)}</span></Tag>
      </div>
      {template.fitsBetter && isBesideReply && <p className="small"><strong>{t('templates.fitsBetter')}</strong></p>}
      <p className="small subtle">{t(`templates.because.${template.because}`, { times: figures.count(template.times), of: figures.count(template.of) })}</p>
      <details className="letter" open={template.fitsBetter || undefined}>
        <summary>{t('templates.show')}</summary>
        <div className="reply-text" dir="auto">{template.text}</div>
        {effects.length > 0 && <p className="small subtle">{t('templates.effects', { effects: effects.map(effect).join(', ') })}</p>}
        <UseOfText text={template.text} insertLabel={t('templates.insert')}
          guard={blanks.length === 0 ? null : { title: t('templates.blanks.title'), text: t('templates.blanks.text', { blanks: blanks.join(', ') }) }} />
      </details>
    </li>
  );
}
