import { Component, type ReactNode } from 'react';
import type { Translate } from '../shared/texts';
import { Notice } from './Notice';

/** A fault while drawing would leave a blank panel, which tells an agent nothing: this says so instead. */
export class SafetyNet extends Component<{ t: Translate; children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    const { t, children } = this.props;
    if (!this.state.failed) return children;
    return (
      <Notice alert title={t('state.broken.title')} text={t('state.broken.text')}
        retry={[t('action.retry'), () => this.setState({ failed: false })]} />
    );
  }
}
