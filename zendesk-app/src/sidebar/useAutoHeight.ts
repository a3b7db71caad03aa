import { useEffect, type RefObject } from 'react';
import type { Framework } from './framework';

/** Asks the page around us for as much height as the content takes, whenever that changes. */
export function useAutoHeight(framework: Framework | null, content: RefObject<HTMLElement>) {
  useEffect(() => {
    const element = content.current;
    if (!framework || !element) return;
    let asked = 0;
    const watch = new ResizeObserver(() => {
      const height = Math.ceil(element.getBoundingClientRect().height);
      if (height === 0 || height === asked) return;
      asked = height;
      // A frame that cannot be resized still scrolls: nothing is lost by its refusal.
      framework.invoke('resize', { width: '100%', height: `${height}px` }).catch(() => undefined);
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, [framework, content]);
}
