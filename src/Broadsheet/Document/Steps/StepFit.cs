namespace Broadsheet.Document.Steps;

/// <summary>What may stand in what, as the editor asks it while it joins and closes nodes.</summary>
internal static class StepFit
{
    extension(NodeType type)
    {
        public bool Fits(StepContent content)
        {
            var names = new List<string>(content.Count);
            foreach (var node in content.Nodes)
            {
                if (!type.Holds.Allows(node.Type.Name) || (node.Marks.Count > 0 && !type.HoldsText)) return false;
                names.Add(node.Type.Name);
            }
            return type.Holds.Missing(names) is null;
        }

        /// <summary>Whether its content could go on in a node of another type.</summary>
        public bool Joins(NodeType other) => type == other || type.Holds.First.Overlaps(other.Holds.First);

        /// <summary>Marks stand on what is written in it, and on nothing else.</summary>
        public bool HoldsText => type.Holds.Allows("text");
    }
}
