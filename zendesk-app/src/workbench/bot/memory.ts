import type { Entry, Memory } from './Chat';

const most = 100;

/** The conversation of a player in a tenant; another browser has another one. */
export function conversationOf(player: string, tenant: string | null): string {
  const key = 'supportcopilot.workbench.browser';
  const browser = localStorage.getItem(key) ?? crypto.randomUUID().slice(0, 8);
  localStorage.setItem(key, browser);
  return ['workbench', tenant ?? '', player, browser].filter(Boolean).join('-');
}

/** Remembers in the tab: a reload keeps it, and closing the tab forgets it. */
export function tabMemory(conversation: string): Memory {
  const key = `supportcopilot.workbench.chat.${conversation}`;
  const kept = JSON.parse(sessionStorage.getItem(key) ?? '{}') as { said?: Entry[]; from?: number };
  let from = kept.from ?? 0;
  return {
    said: kept.said ?? [],
    from,
    keep: said => sessionStorage.setItem(key, JSON.stringify({ said: said.slice(-most), from })),
    forget: last => {
      from = last;
      sessionStorage.setItem(key, JSON.stringify({ from }));
    },
  };
}
