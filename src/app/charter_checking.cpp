// SPDX-License-Identifier: Apache-2.0
#include "app/charter_passages.hpp"
#include "app/charter_verbs.hpp"
#include "app/instance.hpp"
#include "base/json.hpp"
#include "capabilities/charter/contradictions.hpp"

#include <fmt/format.h>

#include <iostream>

namespace poa::app {
namespace {

using charter::Contradiction;

std::string sentence_of(const Contradiction& found) {
    Reason reason{found.code, {}, found.facts, {}};
    return charter_sentences().say(reason, web::Wording::in(web::Language::en));
}

std::string clause_numbers(const Contradiction& found) {
    std::string made;
    for (std::size_t clause : found.clauses)
        made += fmt::format("{}{}", made.empty() ? "" : ", ", charter::clauses()[clause].number);
    return made;
}

bool is_wrong(const Contradiction& found) {
    return found.severity == charter::Severity::contradiction;
}

struct Checked {
    std::string name;
    Refusal problems{Refusal::Kind::bad_input, {}};
    std::vector<Contradiction> found;
    std::size_t passages = 0; ///< that its clauses name
    bool are_passages_checked = false;
    std::vector<Reason> missing; ///< passages
    [[nodiscard]] bool passes() const {
        return problems.reasons.empty() && missing.empty() && std::ranges::none_of(found, is_wrong);
    }
};

Reason reason_of(const MissingPassage& missing, const charter::Charter& charter) {
    const charter::ClauseSpec& clause = charter::clauses()[missing.clause];
    const charter::Provenance& from = charter.entry(missing.clause).provenance;
    return {std::string(missing.problem),
            clause.path,
            {{"document", from.document}, {"passage", from.passage}, {"words", from.words}},
            clause.number};
}

/// `record`: where passages are looked up; null: they are not.
Checked check(const std::string& name, const std::vector<std::string>& beside, Instance* record) {
    Checked checked{.name = name};
    auto whole = load_charter(name, beside);
    if (!whole) {
        checked.problems = whole.error();
        return checked;
    }
    checked.found = charter::contradictions_in(*whole);
    checked.passages = passages_named(*whole);
    checked.are_passages_checked = record != nullptr;
    if (record != nullptr)
        for (const MissingPassage& missing : missing_passages(record->database(), *whole))
            checked.missing.push_back(reason_of(missing, *whole));
    return checked;
}

void print_text(const Checked& checked) {
    print_charter_problems(checked.problems);
    for (const Contradiction& found : checked.found)
        (is_wrong(found) ? std::cerr : std::cout) << fmt::format(
            "{}: {} clauses {}: {}\n", checked.name, is_wrong(found) ? "contradiction between" : "remark on",
            clause_numbers(found), sentence_of(found));
    for (const Reason& reason : checked.missing)
        std::cerr << fmt::format("{}: clause {} ({}): {}\n", checked.name, reason.clause, reason.field,
                                 charter_sentences().say(reason, web::Wording::in(web::Language::en)));
    if (checked.passes()) std::cout << checked.name << ": no problem, no contradiction\n";
    if (checked.passages > 0 && checked.are_passages_checked)
        std::cout << fmt::format("{}: {} of {} passages stand on the record\n", checked.name,
                                 checked.passages - checked.missing.size(), checked.passages);
    else if (checked.passages > 0)
        std::cout << fmt::format("{}: {} passages are named and not checked (--data names a record)\n",
                                 checked.name, checked.passages);
}

void write_problem(JsonWriter& out, const Reason& reason) {
    out.begin_object().key("code").value(reason.code);
    out.key("sentence").value(charter_sentences().say(reason, web::Wording::in(web::Language::en)));
    out.key("clause").value(reason.clause).key("path").value(reason.field);
    for (const auto& [name, value] : reason.facts) out.key_escaped(name).value(value);
    out.end_object();
}

void write_found(JsonWriter& out, const Contradiction& found) {
    out.begin_object().key("code").value(found.code);
    out.key("severity").value(is_wrong(found) ? "contradiction" : "remark");
    out.key("sentence").value(sentence_of(found)).key("clauses").begin_array();
    for (std::size_t clause : found.clauses) out.value(charter::clauses()[clause].path);
    out.end_array().end_object();
}

void print_json(const std::vector<Checked>& all) {
    std::string json;
    JsonWriter out(json);
    out.begin_array();
    for (const Checked& checked : all) {
        out.begin_object().key("charter").value(checked.name).key("passes").value(checked.passes());
        out.key("problems").begin_array();
        for (const Reason& reason : checked.problems.reasons) write_problem(out, reason);
        out.end_array().key("found").begin_array();
        for (const Contradiction& found : checked.found) write_found(out, found);
        out.end_array().key("passages").begin_object();
        out.key("named").value(static_cast<std::int64_t>(checked.passages));
        out.key("checked").value(checked.are_passages_checked).key("missing").begin_array();
        for (const Reason& reason : checked.missing) write_problem(out, reason);
        out.end_array().end_object().end_object();
    }
    out.end_array();
    std::cout << json << "\n";
}

} // namespace

int check_charters(const CharterWish& wish) {
    std::unique_ptr<Instance> record;
    if (!wish.data.empty()) record = std::make_unique<Instance>(Settings{.data = wish.data});
    std::vector<Checked> all;
    for (const std::string& name : wish.charters) all.push_back(check(name, wish.charters, record.get()));
    if (wish.format == "json")
        print_json(all);
    else
        for (const Checked& checked : all) print_text(checked);
    return std::ranges::all_of(all, &Checked::passes) ? 0 : 1;
}

} // namespace poa::app
