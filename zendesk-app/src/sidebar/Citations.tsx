import { Tag } from '@zendeskgarden/react-tags';
import type { Citation, Segment } from '../shared/types';
import { ExternalIcon, LockIcon } from '../shared/icons';
import { webAddress } from '../shared/links';
import { useSurroundings } from './context';

export const citationId = (number: number) => `citation-${number}`;

export function Citations({ citations }: { citations: Citation[] }) {
  const { t } = useSurroundings();
  if (citations.length === 0) return null;
  return (
    <ol className="citations" aria-label={t('reply.sources')}>
      {citations.map(citation => (
        <li key={citation.number} id={citationId(citation.number)} tabIndex={-1}>
          <span className="citation-number" aria-hidden="true">{citation.number}</span>
          <div>
            <ArticleTitle title={citation.title} url={citation.url} segment={citation.segment} />
            <blockquote className="small subtle" dir="auto">{citation.quote}</blockquote>
          </div>
        </li>
      ))}
    </ol>
  );
}

/** A source by its name: a link when it has a web address, and marked when customers may not read it. */
export function ArticleTitle({ title, url, segment }: { title: string; url: string | null; segment: Segment }) {
  const { t } = useSurroundings();
  const address = webAddress(url);
  return (
    <div className="article-title" dir="auto">
      {address
        ? (
          <a href={address} target="_blank" rel="noopener noreferrer">
            {title} <ExternalIcon /><span className="hidden-but-read">{t('action.newTab')}</span>
          </a>
        )
        : <span>{title}</span>}
      {segment !== 'public' && (
        <Tag size="small" hue="warningHue" className="segment"><LockIcon /> <span>{t(`segment.${segment}`)}</span></Tag>
      )}
    </div>
  );
}
