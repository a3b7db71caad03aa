using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SupportCopilot.Knowledge;

namespace SupportCopilot.SearchIndexes.Files;

/// <summary>Writes documents into an open index, inside the caller's transaction; each statement is prepared once.</summary>
internal sealed class DocumentWriter : IDisposable
{
    private readonly SqliteCommand _find, _insert, _mark, _delete, _addTerms, _dropTerms, _addVector, _dropVector, _note;

    public DocumentWriter(SqliteConnection connection)
    {
        _find = Prepare("SELECT row, title, words FROM documents WHERE kind = $kind AND id = $id", "kind", "id");
        _insert = Prepare(
            """
            INSERT INTO documents (kind, id, title, words, done, grp, organization, brand, segment, language)
            VALUES ($kind, $id, $title, $words, $done, $group, $organization, $brand, $segment, $language);
            SELECT last_insert_rowid();
            """, "kind", "id", "title", "words", "done", "group", "organization", "brand", "segment", "language");
        _mark = Prepare(
            """
            UPDATE documents SET done = $done, grp = $group, organization = $organization, brand = $brand, segment = $segment, language = $language
            WHERE kind = $kind AND id = $id
              AND (done, grp, organization, brand, segment, language) IS NOT ($done, $group, $organization, $brand, $segment, $language)
            """, "kind", "id", "done", "group", "organization", "brand", "segment", "language");
        _delete = Prepare("DELETE FROM documents WHERE row = $row", "row");
        _addTerms = Prepare("INSERT INTO terms (rowid, words) VALUES ($row, $words)", "row", "words");
        _dropTerms = Prepare("INSERT INTO terms (terms, rowid, words) VALUES ('delete', $row, $words)", "row", "words");
        _addVector = Prepare("INSERT INTO vectors (row, vector) VALUES ($row, $vector)", "row", "vector");
        _dropVector = Prepare("DELETE FROM vectors WHERE row = $row", "row");
        _note = Prepare("INSERT INTO changes (row, kind, id) VALUES ($row, $kind, $id)", "row", "kind", "id");

        SqliteCommand Prepare(string sql, params string[] names)
        {
            var command = connection.Command(sql);
            foreach (var name in names) command.Parameters.Add(new SqliteParameter("$" + name, null));
            return command;
        }
    }

    /// <summary>Adds or replaces a document and notes the change for the readers. One whose words are the same keeps its row and its vector.</summary>
    public void Put(IndexedDocument indexed, float[]? vector)
    {
        var document = indexed.Document;
        if (Find(document.Key) is { } known)
        {
            if (known.Title == document.Title && known.Words == document.Text)
            {
                if (Run(_mark, [(int)document.Key.Kind, document.Key.Id, .. Marks(document)]) > 0) Note(known.Row, document.Key);
                return;
            }
            Drop(known, document.Key);
        }
        Note(Append(indexed, vector), document.Key);
    }

    /// <summary>Removes a document, if it is there, and notes the change.</summary>
    public void Remove(SearchKey key)
    {
        if (Find(key) is { } known) Drop(known, key);
    }

    /// <summary>Adds a document that is not there yet, without a note: for an index that nobody reads so far.</summary>
    /// <returns>Its row.</returns>
    public long Append(IndexedDocument indexed, float[]? vector)
    {
        var document = indexed.Document;
        Bind(_insert, [(int)document.Key.Kind, document.Key.Id, document.Title, document.Text, .. Marks(document)]);
        var row = (long)_insert.ExecuteScalar()!;
        Run(_addTerms, [row, indexed.AllWords]);
        if (vector is not null) AddVector(row, vector);
        return row;
    }

    /// <summary>Gives a row its vector.</summary>
    public void AddVector(long row, float[] vector)
    {
        var halves = new Half[vector.Length];
        TensorPrimitives.ConvertToHalf(vector, halves);
        Run(_addVector, [row, MemoryMarshal.AsBytes<Half>(halves).ToArray()]);
    }

    public void Dispose()
    {
        foreach (var command in new[] { _find, _insert, _mark, _delete, _addTerms, _dropTerms, _addVector, _dropVector, _note }) command.Dispose();
    }

    private void Drop((long Row, string Title, string Words) known, SearchKey key)
    {
        Run(_dropTerms, [known.Row, IndexedDocument.AllWordsOf(known.Title, known.Words)]);
        Run(_dropVector, [known.Row]);
        Run(_delete, [known.Row]);
        Note(known.Row, key);
    }

    private (long Row, string Title, string Words)? Find(SearchKey key)
    {
        Bind(_find, [(int)key.Kind, key.Id]);
        using var row = _find.ExecuteReader();
        return row.Read() ? (row.GetInt64(0), row.GetString(1), row.GetString(2)) : null;
    }

    private void Note(long row, SearchKey key) => Run(_note, [row, (int)key.Kind, key.Id]);

    private static object?[] Marks(SearchDocument document) =>
        [document.IsDone, document.GroupId, document.OrganizationId, document.Brand, document.Segment, document.Language];

    private static int Run(SqliteCommand command, ReadOnlySpan<object?> values)
    {
        Bind(command, values);
        return command.ExecuteNonQuery();
    }

    private static void Bind(SqliteCommand command, ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }
}
