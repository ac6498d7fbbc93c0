namespace AumgJury.Web.Tests.Sitting.Heard;

/// <summary>What differs between two texts, line by line, each with the heading it stands under.</summary>
internal static class LineDifference
{
    /// <returns>Lines with - for what is only in the first, + for what is only in the second; empty when they are the same.</returns>
    public static List<string> Of(string[] first, string[] second)
    {
        // The longest common subsequence, from the end.
        var longest = new int[first.Length + 1, second.Length + 1];
        for (var i = first.Length - 1; i >= 0; i--)
        {
            for (var j = second.Length - 1; j >= 0; j--)
            {
                longest[i, j] = first[i] == second[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        var difference = new List<string>();
        var heading = "";
        var (a, b) = (0, 0);
        while (a < first.Length || b < second.Length)
        {
            if (a < first.Length && b < second.Length && first[a] == second[b])
            {
                heading = first[a].StartsWith("==", StringComparison.Ordinal) ? first[a] : heading;
                (a, b) = (a + 1, b + 1);
                continue;
            }

            if (heading.Length > 0)
            {
                difference.Add($"  {heading}");
                heading = "";
            }

            var gone = b == second.Length || (a < first.Length && longest[a + 1, b] >= longest[a, b + 1]);
            difference.Add(gone ? $"- {first[a++]}" : $"+ {second[b++]}");
        }

        return difference;
    }
}
