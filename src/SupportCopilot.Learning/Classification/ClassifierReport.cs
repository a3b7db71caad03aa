namespace SupportCopilot.Learning.Classification;

/// <summary>How a classifier did on texts it was not trained on.</summary>
/// <param name="Count">Texts judged.</param>
/// <param name="Accuracy">Share of right first answers, 0–1.</param>
/// <param name="MacroF1">Mean F1 over all labels given to the judged texts, rare ones counting as much as frequent ones, 0–1.</param>
/// <param name="PerLabel">Each label's own figures, the most frequent first.</param>
/// <param name="CalibrationError">Mean distance between confidence and share of right answers over ten bands of confidence, 0–1 (expected calibration error, Naeini et al. 2015).</param>
/// <param name="MajorityShare">What always answering the most frequent label would score, 0–1.</param>
public sealed record ClassifierReport(int Count, double Accuracy, double MacroF1, IReadOnlyList<LabelReport> PerLabel, double CalibrationError, double MajorityShare);

/// <summary>How a classifier did on one label.</summary>
/// <param name="Label">The label.</param>
/// <param name="Count">Judged texts that have it.</param>
/// <param name="Precision">Share of right answers among those that name it, 0–1; 0 when none does.</param>
/// <param name="Recall">Share of its texts that were found, 0–1.</param>
/// <param name="F1">Harmonic mean of the two, 0–1.</param>
public sealed record LabelReport(string Label, int Count, double Precision, double Recall, double F1);
