// SPDX-License-Identifier: Apache-2.0
#include "capabilities/acquis/framework.hpp"

#include "base/require.hpp"
#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace poa::acquis {
namespace {

template <class Range> auto* find_key(Range& range, std::string_view key) {
    const auto found =
        std::ranges::find_if(range, [&](const auto& one) { return std::string_view(one.key) == key; });
    return found == range.end() ? nullptr : &*found;
}

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool holds_word(std::string_view text, std::string_view word) {
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        const bool begins =
            at == 0 || (!is_letter(text[at - 1]) && text[at - 1] != '-'); // "non-binding" is fine
        if (begins && (end == text.size() || !is_letter(text[end]))) return true;
    }
    return false;
}

} // namespace

const std::string& FrameworkItem::agreed_text() const {
    static const std::string none;
    const auto found = std::ranges::find_if(versions.rbegin(), versions.rend(),
                                            [](const ItemVersion& one) { return !one.text.empty(); });
    return found == versions.rend() ? none : found->text;
}

Framework Framework::as_of(std::int64_t events) const {
    Framework made;
    const auto last = events_.begin() + std::clamp<std::int64_t>(events, 0, std::ssize(events_));
    made.events_.assign(events_.begin(), last);
    auto add_those = [&](const auto& all, auto& into, auto keys) {
        for (const auto& one : all)
            if (std::ranges::any_of(made.events_, [&](const FrameworkEvent& event) {
                    return std::ranges::find(event.*keys, one.key) != (event.*keys).end();
                }))
                into.push_back(one);
    };
    add_those(instruments_, made.instruments_, &FrameworkEvent::instruments);
    add_those(topics_, made.topics_, &FrameworkEvent::topics);
    add_those(checklists_, made.checklists_, &FrameworkEvent::checklists);
    for (const FrameworkItem& item : items_) {
        FrameworkItem then;
        for (const ItemVersion& version : item.versions)
            if (version.event <= events) then.versions.push_back(version);
        if (then.versions.empty()) continue;
        made.item_places_.emplace(item.item().key, made.items_.size());
        made.items_.push_back(std::move(then));
    }
    made.checklist_note_ = checklist_note_;
    return made;
}

const FrameworkItem* Framework::item(std::string_view key) const {
    const auto found = item_places_.find(key);
    return found == item_places_.end() ? nullptr : &items_[found->second];
}
const Instrument* Framework::instrument(std::string_view key) const {
    return find_key(instruments_, key);
}
const Topic* Framework::topic(std::string_view key) const {
    return find_key(topics_, key);
}

std::vector<const ChecklistEntry*> Framework::checklist_of(std::string_view item) const {
    std::vector<const ChecklistEntry*> found;
    for (const ChecklistEntry& entry : checklists_)
        if (entry.item == item) found.push_back(&entry);
    return found;
}

bool Framework::is_about(const Item& item, std::string_view wanted) const {
    return std::ranges::any_of(item.topics, [&](const std::string& key) {
        const Topic* one = topic(key);
        return key == wanted || (one != nullptr && one->under == wanted);
    });
}

void Framework::add(const AgreedText& agreed) {
    FrameworkEvent event{
        static_cast<std::int64_t>(events_.size()) + 1, agreed.since, agreed.by, {}, {}, {}, {}, {}};
    auto place = item_places_.find(agreed.key);
    const bool is_new = place == item_places_.end();
    if (is_new) {
        place = item_places_.emplace(agreed.key, items_.size()).first;
        items_.emplace_back();
    }
    (is_new ? event.items_added : event.items_revised).push_back(agreed.key);
    FrameworkItem& item = items_[place->second];
    ItemVersion made;
    if (!is_new) made = item.versions.back();
    made.number = static_cast<std::int64_t>(item.versions.size()) + 1;
    made.event = event.number;
    made.since = agreed.since;
    made.by = agreed.by;
    made.text = agreed.text;
    made.language = agreed.language;
    if (is_new) {
        made.item.key = agreed.key;
        made.item.kind = parse_item_kind(agreed.kind).value_or(ItemKind::norm);
        made.item.titles = Words(agreed.language, agreed.title);
        made.item.source.paragraph = agreed.source;
        made.item.levels = {is_level(agreed.level) ? agreed.level : "global"};
    }
    item.versions.push_back(std::move(made));
    events_.push_back(std::move(event));
}

FrameworkDifference difference(const Framework& before, const Framework& after) {
    FrameworkDifference found;
    for (const Instrument& one : after.instruments())
        if (before.instrument(one.key) == nullptr) found.instruments.push_back(&one);
    for (const FrameworkItem& one : after.items()) {
        const FrameworkItem* old = before.item(one.item().key);
        if (old == nullptr)
            found.items.push_back(&one);
        else if (old->versions.size() != one.versions.size())
            found.revised.push_back({&old->newest(), &one.newest()});
    }
    for (const ChecklistEntry& entry : after.checklists()) {
        const ChecklistEntry* old = find_key(before.checklists(), entry.key);
        if (old == nullptr || *old != entry) found.checklists.push_back(&entry);
    }
    return found;
}

bool is_reserved_key(std::string_view key) {
    static constexpr std::array<std::string_view, 20> reserved{
        "instruments",     "versions",  "compendium", "gaps",           "questions",
        "notes",           "new",       "register",   "roles",          "standards",
        "recommendations", "adjacent",  "exchanges",  "infrastructure", "practices",
        "coherence",       "awareness", "guides",     "cooperation",    "tools"};
    return std::ranges::find(reserved, key) != reserved.end();
}

std::string_view word_of_law_in(std::string_view english) {
    static constexpr std::array<std::string_view, 7> words{"must",    "shall",   "obligation", "obligations",
                                                           "obliged", "obliges", "binding"};
    const std::string text = ascii_lower(english);
    for (std::string_view word : words)
        if (holds_word(text, word)) return word;
    return {};
}

} // namespace poa::acquis
