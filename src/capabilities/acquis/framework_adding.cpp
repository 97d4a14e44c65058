// SPDX-License-Identifier: Apache-2.0
#include "base/text.hpp"
#include "capabilities/acquis/framework.hpp"

#include <algorithm>

namespace poa::acquis {

/// One registration on its way into the framework: everything that stands against it, then all of it.
class FrameworkAdding {
  public:
    FrameworkAdding(Framework& framework, const Registration& registration)
        : framework_(framework), registration_(registration) {}

    Refusal problems() {
        for (const std::string& key : registration_.removals)
            say("acquis.nothing_is_removed", {{"key", key}});
        for (const Instrument& one : registration_.instruments) check(one);
        for (const Topic& one : registration_.topics)
            if (!one.under.empty() && !knows(one.under, framework_.topics_, registration_.topics))
                say("acquis.unknown_topic", {{"key", one.under}});
        for (const Item& one : registration_.items) check(one);
        for (const ChecklistEntry& one : registration_.checklists)
            if (!knows_item(one.item)) say("acquis.unknown_item", {{"key", one.item}});
        return std::move(problems_);
    }

    void add_all(Instant at, MadeBy by) {
        FrameworkEvent event{
            static_cast<std::int64_t>(framework_.events_.size()) + 1, at, std::move(by), {}, {}, {}, {}, {}};
        add_new(registration_.instruments, framework_.instruments_, event.instruments);
        std::ranges::stable_sort(framework_.instruments_, {}, &Instrument::year);
        add_new(registration_.topics, framework_.topics_, event.topics);
        add_new(registration_.checklists, framework_.checklists_, event.checklists);
        for (const Item& one : registration_.items) add(one, event);
        if (!registration_.checklist_note.empty()) framework_.checklist_note_ = registration_.checklist_note;
        framework_.events_.push_back(std::move(event));
    }

  private:
    using Facts = std::vector<std::pair<std::string, std::string>>;
    void say(std::string code, Facts facts) {
        problems_.reasons.push_back(Reason{std::move(code), {}, std::move(facts), {}});
    }
    template <class One>
    static bool knows(std::string_view key, const std::vector<One>& there, const std::vector<One>& more) {
        auto is = [&](const One& one) { return one.key == key; };
        return std::ranges::any_of(there, is) || std::ranges::any_of(more, is);
    }
    bool knows_item(std::string_view key) const {
        return framework_.item(key) != nullptr ||
               std::ranges::find(registration_.items, key, &Item::key) != registration_.items.end();
    }
    const Instrument* instrument(std::string_view key) const {
        const auto found = std::ranges::find(registration_.instruments, key, &Instrument::key);
        return found != registration_.instruments.end() ? &*found : framework_.instrument(key);
    }

    // A/78/76, Chile and Canada: what is agreed by consensus is added, what is not is left out.
    void check(const Instrument& one) {
        if (one.is_of_framework && !is_by_consensus(one.adoption))
            say("acquis.not_by_consensus",
                {{"symbol", one.symbol}, {"adoption", std::string(name_of(one.adoption))}});
        const Instrument* old = framework_.instrument(one.key);
        if (old != nullptr && (old->symbol != one.symbol || (old->is_of_framework && !one.is_of_framework)))
            say("acquis.instrument_stays", {{"key", one.key}});
    }

    void check_places(const Item& one) {
        std::vector<SourcePlace> places = one.also;
        places.push_back(one.source);
        for (const SourcePlace& place : places) {
            const Instrument* from = instrument(place.instrument);
            if (from == nullptr)
                say("acquis.unknown_instrument", {{"key", place.instrument}, {"item", one.key}});
            else if (!from->is_of_framework)
                say("acquis.source_is_context", {{"key", one.key}, {"symbol", from->symbol}});
        }
    }

    void check(const Item& one) {
        if (one.kind == ItemKind::legally_binding_option) say("acquis.by_decision_alone", {{"key", one.key}});
        if (is_reserved_key(one.key)) say("acquis.reserved_key", {{"key", one.key}});
        check_places(one);
        for (const std::string& key : one.topics)
            if (!knows(key, framework_.topics_, registration_.topics))
                say("acquis.unknown_topic", {{"key", key}});
        for (const std::string& key : one.links)
            if (!knows_item(key)) say("acquis.unknown_item", {{"key", key}});
        if (one.kind == ItemKind::norm)
            if (const auto word = word_of_law_in(one.summaries.in("en").text); !word.empty())
                say("acquis.norm_as_law", {{"key", one.key}, {"word", std::string(word)}});
        if (const FrameworkItem* old = framework_.item(one.key)) check_kept(*old, one);
    }

    /// What was there is built on.
    void check_kept(const FrameworkItem& there, const Item& next) {
        const Item& old = there.item();
        if (old == next) return;
        if (old.is_fixed) return say("acquis.item_is_fixed", {{"key", next.key}});
        if (old.kind != next.kind) say("acquis.kind_stays", {{"key", next.key}});
        if (!old.source.instrument.empty() && old.source.instrument != next.source.instrument)
            say("acquis.source_stays", {{"key", next.key}});
        for (const std::string& level : old.levels)
            if (std::ranges::find(next.levels, level) == next.levels.end())
                say("acquis.levels_stay", {{"key", next.key}, {"level", level}});
    }

    template <class One>
    static void add_new(const std::vector<One>& more, std::vector<One>& there,
                        std::vector<std::string>& keys) {
        for (const One& one : more) {
            const auto old = std::ranges::find(there, one.key, &One::key);
            if (old != there.end() && *old == one) continue;
            keys.push_back(one.key);
            if (old == there.end())
                there.push_back(one);
            else
                *old = one;
        }
    }

    void add(const Item& one, FrameworkEvent& event) {
        const auto place = framework_.item_places_.find(one.key);
        if (place == framework_.item_places_.end()) {
            framework_.item_places_.emplace(one.key, framework_.items_.size());
            framework_.items_.push_back({{ItemVersion{1, event.number, event.at, event.by, one, {}, {}}}});
            event.items_added.push_back(one.key);
            return;
        }
        FrameworkItem& item = framework_.items_[place->second];
        if (item.item() == one) return;
        ItemVersion made = item.versions.back(); // what was decided of it goes on
        made.number += 1;
        made.event = event.number;
        made.since = event.at;
        made.by = event.by;
        made.item = one;
        item.versions.push_back(std::move(made));
        event.items_revised.push_back(one.key);
    }

    Framework& framework_;
    const Registration& registration_;
    Refusal problems_{Refusal::Kind::rule, {}};
};

Result<void> Framework::add(const Registration& registration, Instant at, MadeBy by) {
    FrameworkAdding adding(*this, registration);
    if (Refusal problems = adding.problems(); !problems.reasons.empty()) return refuse(std::move(problems));
    adding.add_all(at, std::move(by));
    return {};
}

} // namespace poa::acquis
