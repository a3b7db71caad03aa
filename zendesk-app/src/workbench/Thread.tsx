import { Tag } from '@zendeskgarden/react-tags';
import type { Comment } from '../shared/types';
import { LockIcon } from '../shared/icons';
import { fullWhen } from './when';

const kinds = { requester: 'Customer', agent: 'Agent', system: 'System' };

export function Thread({ comments }: { comments: Comment[] }) {
  if (comments.length === 0) return <p className="subtle thread-empty">This ticket came without a conversation.</p>;
  return (
    <ol className="thread" aria-label="Conversation">
      {comments.map(comment => <Message key={comment.id} comment={comment} />)}
    </ol>
  );
}

/** Text only: what a customer wrote as HTML stays words. */
function Message({ comment }: { comment: Comment }) {
  const kind = comment.isPublic ? comment.authorKind : 'note';
  const author = comment.author ?? kinds[comment.authorKind];
  return (
    <li className={`message ${kind}`} data-kind={kind}>
      <span className="initials" aria-hidden="true">{initialsOf(author)}</span>
      <article>
        <header>
          <strong dir="auto">{author}</strong>
          <span className="subtle small">{kinds[comment.authorKind]}</span>
          {!comment.isPublic && <Tag size="small" hue="yellow"><LockIcon /> <span>Internal note</span></Tag>}
          <time className="subtle small" dateTime={comment.createdAt ?? undefined}>{fullWhen(comment.createdAt)}</time>
        </header>
        <div className="message-body" dir="auto">{comment.body}</div>
      </article>
    </li>
  );
}

function initialsOf(name: string): string {
  const words = name.split(/[\s@._-]+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : ''].map(word => word?.charAt(0) ?? '').join('').toUpperCase();
}
