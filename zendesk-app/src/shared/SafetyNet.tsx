import { Component, type ReactNode } from 'react';

/** A fault while drawing would leave a blank page, which tells nobody anything: this shows words instead. */
export class SafetyNet extends Component<{ words: (retry: () => void) => ReactNode; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.words(() => this.setState({ failed: false })) : this.props.children;
  }
}
