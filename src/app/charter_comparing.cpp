// SPDX-License-Identifier: Apache-2.0
#include "app/charter_verbs.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "capabilities/charter/comparing.hpp"
#include "capabilities/charter/pages_words.hpp"

#include <fmt/format.h>

#include <iostream>

namespace poa::app {
namespace {

using charter::Charter;
using charter::ComparedClause;
using charter::ValueStand;

std::vector<std::string> ids(const std::vector<Charter>& charters, const std::vector<std::size_t>& places) {
    std::vector<std::string> made;
    for (std::size_t place : places) made.push_back(charters[place].id());
    return made;
}

void print_text(const std::vector<Charter>& charters, const std::vector<ComparedClause>& rows) {
    for (const ComparedClause& row : rows) {
        const charter::ClauseSpec& clause = charter::clauses()[row.clause];
        std::cout << fmt::format("{} {}\n", clause.number, clause.path);
        for (const ValueStand& stand : row.values) {
            std::cout << fmt::format("    {}\n", text_of(stand.value));
            for (const auto& [word, places] :
                 {std::pair("say", &stand.say), std::pair("accept", &stand.accept),
                  std::pair("chosen, not said", &stand.chosen), std::pair("inherit", &stand.inherit)})
                if (!places->empty())
                    std::cout << fmt::format("        {}: {}\n", word,
                                             fmt::join(ids(charters, *places), ", "));
        }
        if (!row.is_shared())
            std::cout << fmt::format("    nearest common ground: {}\n", row.nearest() != nullptr
                                                                            ? text_of(row.nearest()->value)
                                                                            : "(none is nearer)");
    }
}

void write_ids(JsonWriter& out, const char* key, const std::vector<std::string>& names) {
    out.key(key).begin_array();
    for (const std::string& name : names) out.value(name);
    out.end_array();
}

void print_json(const std::vector<Charter>& charters, const std::vector<ComparedClause>& rows) {
    std::string json;
    JsonWriter out(json);
    out.begin_object().key("charters").begin_array();
    for (const Charter& one : charters) out.value(one.id());
    out.end_array().key("clauses").begin_array();
    for (const ComparedClause& row : rows) {
        const charter::ClauseSpec& clause = charter::clauses()[row.clause];
        out.begin_object().key("number").value(clause.number).key("clause").value(clause.path);
        out.key("shared").value(row.is_shared());
        out.key("nearest");
        if (const ValueStand* nearest = row.nearest())
            out.value(text_of(nearest->value));
        else
            out.null();
        out.key("values").begin_array();
        for (const ValueStand& stand : row.values) {
            out.begin_object().key("value").value(text_of(stand.value));
            write_ids(out, "say", ids(charters, stand.say));
            write_ids(out, "accept", ids(charters, stand.accept));
            write_ids(out, "chosen", ids(charters, stand.chosen));
            write_ids(out, "inherit", ids(charters, stand.inherit));
            out.end_object();
        }
        out.end_array().end_object();
    }
    out.end_array().end_object();
    std::cout << json << "\n";
}

std::string quoted(const std::string& cell) {
    if (cell.find_first_of(",\"\n") == std::string::npos) return cell;
    return "\"" + replace_all(cell, "\"", "\"\"") + "\"";
}

/// A row a clause; of each charter what it says, the same in words, and whether it is inherited: not said by
/// the charter's own file.
void print_csv(const std::vector<Charter>& charters) {
    const web::Wording& english = web::Wording::in(web::Language::en);
    std::cout << "number,clause,title";
    for (const Charter& one : charters) std::cout << fmt::format(",{0},{0}_words,{0}_inherited", one.id());
    std::cout << "\r\n";
    for (const charter::ClauseSpec& clause : charter::clauses()) {
        std::cout << clause.number << "," << clause.path << "," << quoted(std::string(clause.title));
        for (const Charter& one : charters) {
            const charter::ClauseValue& value = one.entry(clause.index).value;
            std::cout << "," << quoted(text_of(value)) << ","
                      << quoted(charter::words_of(clause, value, english)) << ","
                      << (one.is_inherited(clause.index) ? "yes" : "no");
        }
        std::cout << "\r\n";
    }
}

} // namespace

int compare_charters(const CharterWish& wish) {
    std::vector<Charter> charters;
    bool refused = false;
    for (const std::string& name : wish.charters) {
        auto whole = load_charter(name, wish.charters);
        if (!whole) print_charter_problems(whole.error());
        refused = refused || !whole;
        if (whole) charters.push_back(std::move(*whole));
    }
    if (refused) return 1;
    if (wish.charters.empty())
        for (const Charter* one : charter::Presets::shipped().all()) charters.push_back(*one);
    std::vector<const Charter*> pointers;
    for (const Charter& one : charters) pointers.push_back(&one);
    if (wish.format == "csv")
        print_csv(charters);
    else if (wish.format == "json")
        print_json(charters, charter::compare(pointers));
    else
        print_text(charters, charter::compare(pointers));
    return 0;
}

} // namespace poa::app
