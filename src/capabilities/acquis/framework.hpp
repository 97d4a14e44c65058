// SPDX-License-Identifier: Apache-2.0
#pragma once
// The framework as one: what was registered and what was decided, each event a version. It is built on and
// never taken from (A/78/76 para. 13), so adding is all that can be done to it. Pure.

#include "base/refusal.hpp"
#include "capabilities/acquis/item.hpp"

#include <map>

namespace poa::acquis {

/// What made a version: a registration (its number), or a decision (its proposal and symbol).
struct MadeBy {
    std::int64_t registration = 0; ///< 0: by a decision
    std::int64_t proposal = 0;     ///< 0: by a registration
    std::string symbol;            ///< of the decision; of a registration its title
    std::string on_behalf;         ///< who registered it
    std::string body;              ///< that decided it
    [[nodiscard]] bool is_decision() const { return proposal != 0; }
    bool operator==(const MadeBy&) const = default;
};

/// An item as one event had it.
struct ItemVersion {
    std::int64_t number =
        0;                  ///< of the item, from 1: those of registrations, then those of decisions, in time
    std::int64_t event = 0; ///< the version of the framework it came with
    Instant since;
    MadeBy by;
    Item item;            ///< of a decision: title and kind; summaries and source as before, where there were
    std::string text;     ///< as it was agreed, of a decision alone; paragraphs are divided by empty lines
    std::string language; ///< of the text
};

struct FrameworkItem {
    std::vector<ItemVersion> versions; ///< oldest first, at least one
    [[nodiscard]] const ItemVersion& newest() const { return versions.back(); }
    [[nodiscard]] const Item& item() const { return versions.back().item; }
    /// What a decision added to it, newest; empty where none did.
    [[nodiscard]] const std::string& agreed_text() const;
};

/// One version of the framework: what happened.
struct FrameworkEvent {
    std::int64_t number = 0; ///< from 1
    Instant at;
    MadeBy by;
    std::vector<std::string> instruments, topics, items_added, items_revised, checklists; ///< keys
};

/// An agreed version of an item, as the register of decisions has it.
struct AgreedText {
    std::string key, title, text, language, kind, source, level;
    Instant since;
    MadeBy by;
};

class Framework {
  public:
    /// Adds what is registered. Refuses (kind rule, all problems at once; nothing is added then):
    /// "acquis.not_by_consensus" (symbol, adoption) where the instrument would be part of the framework
    /// without it; "acquis.nothing_is_removed" (key); "acquis.unknown_instrument",
    /// "acquis.source_is_context", "acquis.unknown_topic", "acquis.unknown_item" (key); "acquis.kind_stays",
    /// "acquis.source_stays", "acquis.instrument_stays", "acquis.levels_stay", "acquis.item_is_fixed" (key);
    /// "acquis.by_decision_alone"; "acquis.norm_as_law" (key, word).
    [[nodiscard]] Result<void> add(const Registration& registration, Instant at, MadeBy by);
    /// Adds what was decided. Needs: at no moment before the newest event.
    void add(const AgreedText& agreed);

    [[nodiscard]] const std::vector<Instrument>& instruments() const { return instruments_; } ///< by year
    [[nodiscard]] const std::vector<Topic>& topics() const { return topics_; }
    [[nodiscard]] const std::vector<ChecklistEntry>& checklists() const { return checklists_; }
    [[nodiscard]] const std::vector<FrameworkEvent>& events() const { return events_; } ///< oldest first
    [[nodiscard]] const std::string& checklist_note() const { return checklist_note_; }
    /// In the order of their first registration.
    [[nodiscard]] const std::vector<FrameworkItem>& items() const { return items_; }

    /// As it was after that many events: what any past version held. Instruments and practical actions are
    /// those of then, in today's words.
    [[nodiscard]] Framework as_of(std::int64_t events) const;

    [[nodiscard]] const FrameworkItem* item(std::string_view key) const; ///< null where there is none
    [[nodiscard]] const Instrument* instrument(std::string_view key) const;
    [[nodiscard]] const Topic* topic(std::string_view key) const;
    [[nodiscard]] std::vector<const ChecklistEntry*> checklist_of(std::string_view item) const;
    /// The item is about that subject or about a sector of it.
    [[nodiscard]] bool is_about(const Item& item, std::string_view topic) const;

  private:
    friend class FrameworkAdding;
    std::vector<Instrument> instruments_;
    std::vector<Topic> topics_;
    std::vector<FrameworkItem> items_;
    std::vector<ChecklistEntry> checklists_;
    std::vector<FrameworkEvent> events_;
    std::string checklist_note_;
    std::map<std::string, std::size_t, std::less<>> item_places_;
};

/// What stands in `after` and did not in `before`, in words of data.
struct FrameworkDifference {
    std::vector<const Instrument*> instruments;    ///< added
    std::vector<const FrameworkItem*> items;       ///< added
    std::vector<const ChecklistEntry*> checklists; ///< added or reworded
    struct Revised {
        const ItemVersion* before;
        const ItemVersion* after;
    };
    std::vector<Revised> revised;
};
/// Needs: `before` is an earlier state of the same framework; both outlive the answer.
[[nodiscard]] FrameworkDifference difference(const Framework& before, const Framework& after);

/// Addresses below /acquis that are pages of their own, so no item can be called so.
[[nodiscard]] bool is_reserved_key(std::string_view key);
/// The first word by which a voluntary norm would read as an obligation; empty where there is none.
[[nodiscard]] std::string_view word_of_law_in(std::string_view english);

} // namespace poa::acquis
