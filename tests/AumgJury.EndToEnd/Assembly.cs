// Browsers, Janus and killed servers share a small machine: side by side they would measure each other's load.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
