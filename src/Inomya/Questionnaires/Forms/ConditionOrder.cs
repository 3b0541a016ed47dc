namespace Inomya.Questionnaires;

/// <summary>Whether the conditions of a form can be decided one after the other.</summary>
internal sealed class ConditionOrder
{
    private readonly Form _form;

    /// <summary>True: decided; false: on the way here.</summary>
    private readonly Dictionary<string, bool> _decided = new(StringComparer.Ordinal);

    private readonly Stack<(FormItem Item, Queue<string> Needs)> _path = [];

    private ConditionOrder(Form form) => _form = form;

    /// <summary>
    /// Each condition names an item of the form, and no item depends on itself, be it through others.
    /// </summary>
    /// <exception cref="FormException">One does not; the item is named.</exception>
    public static void Check(Form form)
    {
        var order = new ConditionOrder(form);
        foreach (var item in form.All)
            order.Decide(item);
    }

    /// <summary>With a path of its own and not by calling itself: a form may be deep.</summary>
    private void Decide(FormItem start)
    {
        Enter(start);
        while (_path.TryPeek(out var at))
            if (at.Needs.TryDequeue(out var next))
                Enter(Named(next, at.Item));
            else
                _decided[_path.Pop().Item.LinkId] = true;
    }

    private FormItem Named(string id, FormItem by) =>
        _form.Find(id) ?? throw new FormException(by.LinkId, $"its condition names '{id}', which is not there");

    private void Enter(FormItem item)
    {
        if (_decided.TryAdd(item.LinkId, false))
            _path.Push((item, NeedsOf(item)));
        else if (!_decided[item.LinkId])
            throw new FormException(item.LinkId, "its condition depends on itself");
    }

    /// <summary>An item is shown only where its parent is, so it depends on that too.</summary>
    private static Queue<string> NeedsOf(FormItem item) =>
        new(item.EnableWhen.Select(w => w.Question).Concat(item.Parent is null ? [] : [item.Parent]));
}
