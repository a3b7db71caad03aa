using System.Diagnostics;
using System.Globalization;
using SupportCopilot.Learning.Clustering;

namespace SupportCopilot.Benchmarks.Clusters;

/// <summary>
/// What others make of the very same vectors, from Debian's Python: scikit-learn's KMeans, told the true number of groups,
/// and OPTICS. HDBSCAN is in none of Debian's packages and came into scikit-learn after 1.2.1, so the script holds it by its
/// papers (Campello, Moulavi and Sander 2013; excess of mass), over scipy's single linkage.
/// </summary>
internal static class ClusterPeers
{
    private const string Python = "/usr/bin/python3";

    private const string Script = """
        import sys, time, numpy as np
        from scipy.cluster.hierarchy import linkage
        from scipy.spatial.distance import pdist, squareform
        from sklearn.cluster import KMeans, OPTICS
        from sklearn.metrics import adjusted_mutual_info_score as ami, adjusted_rand_score as ari

        folder, dimensions = sys.argv[1], int(sys.argv[2])
        x = np.fromfile(folder + "/vectors", dtype="<f4").reshape(-1, dimensions).astype(np.float64)
        known = np.fromfile(folder + "/known", dtype="<i4")
        ours = np.fromfile(folder + "/found", dtype="<i4")

        def show(name, found, seconds):
            noise = found < 0
            alone = found.copy()
            alone[noise] = found.max() + 1 + np.arange(noise.sum())  # what belongs nowhere is alone
            _, size = np.unique(alone, return_counts=True)
            print("%s|%.4f|%.4f|%d|%d|%.4f|%.1f" % (name, ami(known, alone), ari(known, alone), len(size), (size >= 5).sum(), size[size >= 5].sum() / len(known), seconds))

        def hdbscan(distances, samples, least):
            n = len(distances)
            core = np.sort(distances, axis=1)[:, samples - 1]
            reach = np.maximum(distances, np.maximum.outer(core, core))
            np.fill_diagonal(reach, 0)
            tree = linkage(squareform(reach, checks=False), "single")
            size = np.concatenate([np.ones(n), tree[:, 3]]).astype(int)
            born, stability, children, member, falls = {0: 0.0}, {0: 0.0}, {0: []}, {}, {}
            stack = [(2 * n - 2, 0)]
            def leaves(node):
                todo = [node]
                while todo:
                    top = todo.pop()
                    if top < n: yield top
                    else: todo += [int(tree[top - n, 0]), int(tree[top - n, 1])]
            while stack:
                node, cluster = stack.pop()
                if node < n:
                    member[node] = cluster
                    continue
                left, right, distance = int(tree[node - n, 0]), int(tree[node - n, 1]), tree[node - n, 2]
                density = 1 / max(distance, 1e-12)
                if size[left] >= least and size[right] >= least:
                    stability[cluster] += (density - born[cluster]) * size[node]
                    for child in (left, right):
                        number = len(born)
                        born[number], stability[number], children[number] = density, 0.0, []
                        children[cluster].append(number)
                        stack.append((child, number))
                else:
                    for child in (left, right):
                        if size[child] < least:
                            stability[cluster] += (density - born[cluster]) * size[child]
                            for leaf in leaves(child): member[leaf] = cluster
                        else: stack.append((child, cluster))
            chosen, best = set(), {}
            for cluster in sorted(born, reverse=True):
                below = sum(best[child] for child in children[cluster])
                if cluster == 0 or below > stability[cluster]: best[cluster] = below
                else:
                    best[cluster] = stability[cluster]
                    chosen.add(cluster)
            label, todo = {}, [(0, -1)]
            while todo:
                cluster, above = todo.pop()
                label[cluster] = above if above >= 0 else cluster if cluster in chosen else -1
                todo += [(child, label[cluster]) for child in children[cluster]]
            return np.array([label[member[point]] for point in range(n)])

        show("ours, scored by scikit-learn", ours, 0)
        start = time.time()
        found = KMeans(n_clusters=len(set(known)), n_init=10, random_state=1).fit_predict(x)
        show("scikit-learn KMeans, true K", found, time.time() - start)
        start = time.time()
        found = hdbscan(squareform(pdist(x, "cosine")), 5, 5)
        show("HDBSCAN by its papers, 5/5", found, time.time() - start)
        start = time.time()
        found = OPTICS(min_samples=5, metric="cosine", n_jobs=-1).fit_predict(x)
        show("scikit-learn OPTICS, 5", found, time.time() - start)
        """;

    public static async Task PrintAsync(VectorSet vectors, int[] known, int[] found, CancellationToken ct)
    {
        if (!File.Exists(Python))
        {
            Console.WriteLine("skipped the peers: /usr/bin/python3 with scikit-learn is not there");
            return;
        }
        var folder = Directory.CreateTempSubdirectory("cluster-peers").FullName;
        try
        {
            await using (var file = File.Create(Path.Combine(folder, "vectors")))
            await using (var writer = new BinaryWriter(file))
                for (var row = 0; row < vectors.Count; row++)
                    foreach (var value in vectors[row]) writer.Write(value);
            await WriteAsync(Path.Combine(folder, "known"), known, ct);
            await WriteAsync(Path.Combine(folder, "found"), found, ct);
            using var process = Process.Start(new ProcessStartInfo(Python, ["-c", Script, folder, vectors.Dimensions.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
            var output = await process.StandardOutput.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            foreach (var line in output.Split('\n', StringSplitOptions.RemoveEmptyEntries))
                if (line.Split('|') is [var name, var ami, var ari, var groups, var large, var covered, var seconds])
                    Console.WriteLine($"  {name,-30} AMI {ami}, ARI {ari}, {groups} groups, {large} of five or more with {covered} of all, {seconds} s");
            if (process.ExitCode != 0) Console.WriteLine("the peers stopped with an error, see above");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task WriteAsync(string path, int[] numbers, CancellationToken ct) =>
        File.WriteAllBytesAsync(path, System.Runtime.InteropServices.MemoryMarshal.AsBytes(numbers.AsSpan()).ToArray(), ct);
}
