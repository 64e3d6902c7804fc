namespace Broadsheet.Document.Steps;

/// <summary>What steps ask of the document before they change it.</summary>
internal static class StepLooking
{
    extension(StepNode document)
    {
        public StepNode? NodeAt(int position)
        {
            for (var node = document; ;)
            {
                var (index, offset) = node.Content.Find(position);
                if (index >= node.Content.Count) return null;
                node = node.Content[index];
                if (offset == position || node.IsText) return node;
                position -= offset + 1;
            }
        }

        /// <summary>Puts a node with other marks or attributes where it stands; what is in it stays.</summary>
        public StepNode WithNodeAt(int position, Func<StepNode, StepNode> change)
        {
            if (document.NodeAt(position) is not { IsText: false } node) throw new StepException($"no node at {position}");
            var changed = change(node).With(StepContent.Empty);
            return document.Replace(position, position + 1, new(StepContent.Of(changed), 0, node.IsLeaf ? 0 : 1));
        }

        /// <summary>Whether anything but beginnings and ends of nodes lies in the range.</summary>
        public bool HasContentBetween(int from, int to)
        {
            var place = StepPlace.In(document, from);
            var (distance, depth) = (to - from, place.Depth);
            while (distance > 0 && depth > 0 && place.IndexAfter(depth) == place.Node(depth).Content.Count)
            {
                depth--;
                distance--;
            }
            if (distance <= 0) return false;

            var content = place.Node(depth).Content;
            var next = place.IndexAfter(depth) is var index && index < content.Count ? content[index] : null;
            for (; distance > 0; distance--)
            {
                if (next is null || next.IsLeaf) return true;
                next = next.Content.Count > 0 ? next.Content[0] : null;
            }
            return false;
        }
    }
}
