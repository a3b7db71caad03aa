import type { Article } from '../shared/types';
import { ArticleIcon } from '../shared/icons';
import { ArticleTitle } from './Citations';
import { useSurroundings } from './context';
import { Quiet, Section } from './Section';

export function Articles({ articles }: { articles: Article[] }) {
  const { t } = useSurroundings();
  return (
    <Section name="articles" title={t('articles.title')} icon={<ArticleIcon />} note={articles.length || undefined}>
      {articles.length === 0
        ? <Quiet>{t('articles.empty')}</Quiet>
        : (
          <ul className="cards">
            {articles.map(article => (
              <li key={article.id}>
                <ArticleTitle title={article.title} url={article.url} segment={article.segment} />
                {article.excerpt && <p className="excerpt subtle small" dir="auto">{article.excerpt}</p>}
              </li>
            ))}
          </ul>
        )}
    </Section>
  );
}
