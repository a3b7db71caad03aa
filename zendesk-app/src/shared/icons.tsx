import type { ReactNode, SVGAttributes } from 'react';

// Drawn for this app on a 16 px grid with one stroke width. Decorative: the words beside them are what is read out.
const drawn = (shape: ReactNode) => function Icon(given: SVGAttributes<SVGElement>) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.25"
      strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false" {...given}>{shape}</svg>
  );
};

export const SummaryIcon = drawn(<path d="M3 3.5h10M3 8h10M3 12.5h6" />);
export const ReplyIcon = drawn(<path d="M6.5 3.5 2.5 7.5l4 4M3 7.5h6.5a4 4 0 0 1 4 4v1" />);
export const TriageIcon = drawn(<><path d="M8.2 2.5H13a.5.5 0 0 1 .5.5v4.8L7.6 13.7a.7.7 0 0 1-1 0L2.3 9.4a.7.7 0 0 1 0-1z" /><circle cx="10.8" cy="5.2" r=".8" /></>);
export const SimilarIcon = drawn(<><rect x="2.5" y="5" width="8.5" height="8.5" rx="1.5" /><path d="M5 5V4a1.5 1.5 0 0 1 1.5-1.5H12A1.5 1.5 0 0 1 13.5 4v5.5A1.5 1.5 0 0 1 12 11h-1" /></>);
export const ArticleIcon = drawn(<path d="M8 4.5C6.7 3.4 4.8 3 2.5 3v9.5c2.3 0 4.2.4 5.5 1.5 1.3-1.1 3.2-1.5 5.5-1.5V3C11.2 3 9.3 3.4 8 4.5zm0 0V14" />);
export const ThumbUpIcon = drawn(<path d="M5 7.5v6H3a.5.5 0 0 1-.5-.5V8a.5.5 0 0 1 .5-.5zm0 0L7.7 2.5c1 0 1.8.8 1.8 1.8v2.2h3a1 1 0 0 1 1 1.2l-1 5a1 1 0 0 1-1 .8H5" />);
export const ThumbDownIcon = drawn(<path d="M11 8.5v-6h2a.5.5 0 0 1 .5.5v5a.5.5 0 0 1-.5.5zm0 0-2.7 5c-1 0-1.8-.8-1.8-1.8V9.5h-3a1 1 0 0 1-1-1.2l1-5a1 1 0 0 1 1-.8H11" />);
export const CopyIcon = drawn(<><rect x="5.5" y="5.5" width="8" height="8" rx="1.5" /><path d="M10.5 5.5V4A1.5 1.5 0 0 0 9 2.5H4A1.5 1.5 0 0 0 2.5 4v5A1.5 1.5 0 0 0 4 10.5h1.5" /></>);
export const ChevronIcon = drawn(<path d="m4.5 6.5 3.5 3.5 3.5-3.5" />);
export const ExternalIcon = drawn(<path d="M9.5 2.5h4v4m0-4L8 8M12 9.5V12a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 12V5.5A1.5 1.5 0 0 1 4 4h2.5" />);
export const QuietIcon = drawn(<><circle cx="8" cy="8" r="5.5" /><path d="M5.5 8h5" /></>);
export const LockIcon = drawn(<><rect x="3.5" y="7" width="9" height="6.5" rx="1.5" /><path d="M5.5 7V5a2.5 2.5 0 0 1 5 0v2" /></>);
export const OutlookIcon = drawn(<><circle cx="8" cy="8" r="5.5" /><path d="M8 5v3l2 1.5" /></>);
export const HistoryIcon = drawn(<><circle cx="8" cy="5.5" r="2.5" /><path d="M3 13.5c.4-2.6 2.4-4 5-4s4.6 1.4 5 4" /></>);
export const TemplateIcon = drawn(<><rect x="2.5" y="2.5" width="11" height="11" rx="1.5" /><path d="M5.5 6h5M5.5 8.5h5M5.5 11h2.5" /></>);
export const SearchIcon = drawn(<><circle cx="7" cy="7" r="4.5" /><path d="m10.5 10.5 3 3" /></>);
export const SunIcon = drawn(<><circle cx="8" cy="8" r="2.7" /><path d="M8 1.5v1M8 13.5v1M1.5 8h1M13.5 8h1M3.4 3.4l.7.7M11.9 11.9l.7.7M3.4 12.6l.7-.7M11.9 4.1l.7-.7" /></>);
export const MoonIcon = drawn(<path d="M13.5 9.3A5.7 5.7 0 0 1 6.7 2.5a5.7 5.7 0 1 0 6.8 6.8z" />);
