interface Props<T extends string> { label: string; options: Record<T, string>; chosen: T; onChoose: (option: T) => void }

/** A choice of few, side by side. */
export function Segments<T extends string>({ label, options, chosen, onChoose }: Props<T>) {
  return (
    <div className="widths" role="group" aria-label={label}>
      {(Object.entries(options) as [T, string][]).map(([option, words]) => (
        <button key={option} type="button" aria-pressed={option === chosen} onClick={() => onChoose(option)}>{words}</button>
      ))}
    </div>
  );
}
