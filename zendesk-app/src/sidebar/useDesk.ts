import { useEffect, useState } from 'react';
import { schemeOf, type ColorScheme } from '../shared/theme';
import type { Framework } from './framework';

export type Desk =
  | { phase: 'starting' | 'outside' | 'silent' | 'unsaved' }
  | { phase: 'open'; ticketId: string };

/** What the page around us says: which ticket, whose language, light or dark. */
export function useDesk(framework: Framework | null, startScheme: ColorScheme) {
  const [desk, setDesk] = useState<Desk>({ phase: framework ? 'starting' : 'outside' });
  const [locale, setLocale] = useState<string | null>(null);
  const [scheme, setScheme] = useState(startScheme);

  useEffect(() => {
    if (!framework) return;
    let gone = false;
    framework.on('colorScheme.changed', (word: unknown) => setScheme(schemeOf(word)));
    framework.on('app.willDestroy', () => { gone = true; });

    const open = async () => {
      await framework.registered();
      const [ticketId, language] = await Promise.all([
        framework.get<string | number>('ticket.id'), framework.get<string>('currentUser.locale')]);
      if (gone) return;
      setLocale(language);
      setDesk(ticketId ? { phase: 'open', ticketId: String(ticketId) } : { phase: 'unsaved' });
    };
    open().catch(() => { if (!gone) setDesk({ phase: 'silent' }); });
    return () => { gone = true; };
  }, [framework]);

  return { desk, locale, scheme };
}
