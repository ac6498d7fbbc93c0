using System.Text.Json;

namespace AumgJury.Web.Seeds;

/// <summary>Where each value of a JSON text stands, by paths such as <c>criteria[3].weight</c>; the root's path is empty.</summary>
internal sealed class JsonLines
{
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);
    private readonly List<string> _repeated = [];

    /// <summary>Paths of members that an object holds twice.</summary>
    public IReadOnlyList<string> Repeated => _repeated;

    /// <exception cref="JsonException">The text is not JSON; the exception knows the line.</exception>
    public static JsonLines Of(ReadOnlySpan<byte> utf8)
    {
        var lines = new JsonLines();
        var reader = new Utf8JsonReader(utf8);
        var cursor = new LineCursor();
        reader.Read();
        lines.Walk(ref reader, utf8, cursor, "");
        reader.Read();
        return lines;
    }

    /// <summary>The line of the value, or of the nearest value around it; counted from 1.</summary>
    public int LineOf(string path)
    {
        while (path.Length > 0 && !_lines.ContainsKey(path))
        {
            path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];
        }

        return _lines[path];
    }

    public static string Member(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private void Walk(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8, LineCursor cursor, string path)
    {
        // A member's line is that of its name: it was kept when the name was met.
        _lines.TryAdd(path, cursor.At(utf8, reader.TokenStartIndex));
        if (reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
            {
                var member = Member(path, reader.GetString()!);
                if (!_lines.TryAdd(member, cursor.At(utf8, reader.TokenStartIndex)))
                {
                    _repeated.Add(member);
                }

                reader.Read();
                Walk(ref reader, utf8, cursor, member);
            }
        }
        else if (reader.TokenType == JsonTokenType.StartArray)
        {
            for (var i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
            {
                Walk(ref reader, utf8, cursor, $"{path}[{i}]");
            }
        }
    }

    /// <summary>Counts lines forward only, so that a file is read once.</summary>
    private sealed class LineCursor
    {
        private int _offset;
        private int _newlines;

        public int At(ReadOnlySpan<byte> utf8, long offset)
        {
            _newlines += utf8[_offset..(int)offset].Count((byte)'\n');
            _offset = (int)offset;
            return _newlines + 1;
        }
    }
}
