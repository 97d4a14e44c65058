// SPDX-License-Identifier: Apache-2.0
#include "capabilities/charter/charter_text.hpp"

#include "base/json.hpp"

namespace poa::charter {
namespace {

// Values are written as JSON, which is YAML: what is a text cannot be taken for anything else.
void write(JsonWriter& out, const std::vector<std::string>& texts) {
    out.begin_array();
    for (const std::string& text : texts) out.value(text);
    out.end_array();
}

void write(JsonWriter& out, const DecisionRule& rule) {
    out.begin_object().key("by").value(name_of(rule.form));
    if (rule.has_vote())
        out.key("majority").value(name_of(rule.majority)).key("of").value(name_of(rule.base));
    if (rule.has_vote() && rule.quorum_percent > 0) out.key("quorum_percent").value(rule.quorum_percent);
    if (rule.form == RuleForm::silence) out.key("hours").value(rule.hours);
    out.end_object();
}

void write(JsonWriter& out, const std::vector<GroupPlan>& groups) {
    out.begin_array();
    for (const GroupPlan& group : groups) {
        out.begin_object().key("id").value(group.id).key("title").value(group.title);
        out.key("topic").value(group.topic).key("meetings_per_year").value(group.meetings_per_year);
        out.key("days").value(group.days).end_object();
    }
    out.end_array();
}

void write(JsonWriter& out, const RightsTable& table) {
    out.begin_object();
    for (const auto& [participants, kinds] : table) {
        out.key_escaped(participants).begin_object();
        for (const auto& [kind, rights] : kinds) {
            out.key_escaped(kind);
            write(out, rights);
        }
        out.end_object();
    }
    out.end_object();
}

struct Writing {
    JsonWriter& out;
    void operator()(None) const { out.null(); }
    void operator()(bool truth) const { out.value(truth); }
    void operator()(std::int64_t number) const { out.value(number); }
    void operator()(const std::string& text) const { out.value(text); }
    void operator()(Day day) const { out.value(day.iso()); }
    void operator()(Span span) const { out.begin_array().value(span.least).value(span.most).end_array(); }
    template <class Compound> void operator()(const Compound& compound) const { write(out, compound); }
};

std::string note_of(const Charter& charter, const ClauseEntry& entry) {
    if (!entry.provenance.note.empty() || entry.said_by == charter.id()) return entry.provenance.note;
    return "Taken from " + entry.said_by + ".";
}

std::string clause_text(const Charter& charter, const ClauseEntry& entry) {
    std::string text;
    JsonWriter out(text);
    out.begin_object().key("value");
    std::visit(Writing{out}, entry.value);
    out.key("basis").value(name_of(entry.provenance.basis));
    const std::string note = note_of(charter, entry);
    if (!entry.provenance.document.empty()) out.key("source").value(entry.provenance.document);
    if (!entry.provenance.passage.empty()) out.key("passage").value(entry.provenance.passage);
    if (!entry.provenance.words.empty()) out.key("words").value(entry.provenance.words);
    if (!note.empty()) out.key("note").value(note);
    out.end_object();
    return text;
}

std::string head_text(const CharterHead& head) {
    std::string text = "charter: " + head.id + "\ntitle: ";
    JsonWriter title(text);
    title.begin_object();
    for (const auto& [language, words] : head.titles) title.key_escaped(language).value(words);
    title.end_object();
    text += "\nkind: " + std::string(name_of(head.kind)) + "\nof: ";
    JsonWriter of(text);
    write(of, head.of);
    auto line = [&](std::string_view key, const std::string& value) {
        if (value.empty()) return;
        text += "\n" + std::string(key) + ": ";
        append_json_string(text, value);
    };
    line("source", head.source);
    line("about", head.about);
    return text + "\n";
}

} // namespace

std::string write_charter(const Charter& charter) {
    std::string text = head_text(charter.head());
    for (const SectionSpec& section : sections()) {
        text += "\n" + section.key + ":\n";
        for (std::size_t i = section.first; i < section.first + section.count; ++i)
            text += "  " + clauses()[i].key + ": " + clause_text(charter, charter.entry(i)) + "\n";
    }
    return text;
}

} // namespace poa::charter
