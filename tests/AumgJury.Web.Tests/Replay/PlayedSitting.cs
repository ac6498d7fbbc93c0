using AumgJury.Core.Sittings;
using AumgJury.Web.Replay;
using AumgJury.Web.Seeds;
using AumgJury.Web.Storage;
using AumgJury.Web.Tests.Seeds;

namespace AumgJury.Web.Tests.Replay;

/// <summary>The demo sitting, played once to its end into a folder of its own; other tests read what it left.</summary>
public sealed class PlayedSitting : IAsyncLifetime
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("aumgjury-replay-").FullName;

    public ReplayScript Script { get; } = ((SeedRead<ReplayScript>.Accepted)ReplayScript.Read(SeedCopy.Original)).Value;

    public CallFiles Files => new(Folder, Script.Definition.Id);

    public ReplayFault? Fault { get; private set; }

    public CallState State { get; private set; } = null!;

    public ReplayResult Result { get; private set; } = null!;

    public long Lines { get; private set; }

    public string HeadHash { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        await using var stage = (await FastStage.Open(new LinuxDisk(), Files, SeedCopy.Original, Script.Definition, Script.Definition.DemoStart!.Value))!;
        Fault = await new ScriptPlayer(Script, stage).Play();
        State = stage.Shown;
        (Lines, HeadHash) = (stage.Lines, stage.HeadHash);
        Result = ReplayResult.Of(State, Script.Definition, Lines, HeadHash);
    }

    public ValueTask DisposeAsync()
    {
        TemporaryFolder.Remove(Folder);
        return ValueTask.CompletedTask;
    }
}
