import { Skeleton } from '@zendeskgarden/react-loaders';

const lines = [['40%', '100%', '92%', '64%'], ['48%', '100%', '96%', '88%', '30%'], ['32%', '80%', '72%', '76%']];

export function PanelSkeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-busy="true" data-testid="skeleton">
      <span className="hidden-but-read">{label}</span>
      {lines.map((widths, section) => (
        <div className="section" key={section} aria-hidden="true">
          {widths.map((width, line) => (
            <div className="skeleton-line" key={line}><Skeleton width={width} height={line === 0 ? '16px' : '12px'} /></div>
          ))}
        </div>
      ))}
    </div>
  );
}
