// SPDX-License-Identifier: Apache-2.0
// bench_decisions_text [RUNS]: how long a negotiated text of 60 pages takes (30,000 words in 500 paragraphs):
// comparing two of its versions, and showing the newest one where there are 1, 10, 100 and 1,000. Prints one
// line of JSON for each case: milliseconds, median and worst of RUNS (15).
#include "base/json.hpp"
#include "capabilities/charter/charter.hpp"
#include "capabilities/decisions/comparing_versions.hpp"
#include "capabilities/decisions/decisions.hpp"
#include "capabilities/decisions/queries_text.hpp"
#include "capabilities/decisions/store.hpp"
#include "capabilities/documents/documents.hpp"
#include "capabilities/members/members.hpp"
#include "storage/migrations.hpp"

#include <algorithm>
#include <chrono>
#include <functional>
#include <iostream>
#include <random>

namespace {

using namespace poa;
using namespace poa::decisions;
using std::chrono::steady_clock;

constexpr std::size_t paragraphs = 500, words = 60;
constexpr double compare_ms = 100;

void measure(std::string_view name, double must_reach, int runs, const std::function<std::size_t()>& act) {
    std::vector<double> took;
    std::size_t made = 0;
    for (int run = 0; run < runs; ++run) {
        const auto start = steady_clock::now();
        made = act();
        took.push_back(std::chrono::duration<double, std::milli>(steady_clock::now() - start).count());
    }
    std::ranges::sort(took);
    std::string json;
    JsonWriter out(json);
    out.begin_object().key("case").value(name).key("made").value(static_cast<std::uint64_t>(made));
    out.key("median_ms").value(took[took.size() / 2]).key("worst_ms").value(took.back());
    if (must_reach > 0) out.key("must_reach_ms").value(must_reach);
    out.end_object();
    std::cout << json << std::endl;
}

class Drawn {
  public:
    std::string paragraph() {
        std::string text;
        for (std::size_t number = 0; number < words; ++number)
            text += (number == 0 ? "word" : " word") + std::to_string(random_() % 2'000);
        return text;
    }
    std::size_t below(std::size_t end) { return random_() % end; }

  private:
    std::mt19937 random_{7};
};

std::string whole_text(Drawn& drawn) {
    std::string text;
    for (std::size_t number = 0; number < paragraphs; ++number) text += drawn.paragraph() + "\n\n";
    return text;
}

/// Every paragraph with some words changed, every tenth new, gone or moved.
Text changed(Text text, Drawn& drawn) {
    for (Paragraph& paragraph : text)
        for (int times = 0; times < 5; ++times)
            paragraph.text.replace(drawn.below(paragraph.text.size() - 8), 4, "other");
    for (std::size_t times = 0; times < paragraphs / 30; ++times) {
        text = without(std::move(text), std::string(text[drawn.below(text.size())].key));
        text = with_moved(std::move(text), std::string(text[drawn.below(text.size() - 1) + 1].key), "");
        text = with_new(std::move(text), key_of(static_cast<std::int64_t>(1'000 + times)), drawn.paragraph(),
                        std::string(text[drawn.below(text.size())].place), true);
    }
    return text;
}

void comparisons(int runs) {
    Drawn drawn;
    const Text before = first_text(whole_text(drawn)), after = changed(before, drawn);
    Text other = before;
    for (Paragraph& paragraph : other) paragraph.text = drawn.paragraph();
    measure("comparing 30,000 words, some of every paragraph changed", compare_ms, runs,
            [&] { return compare_texts(before, after).size(); });
    measure("comparing 30,000 words, all of them changed", compare_ms, runs,
            [&] { return compare_texts(before, other).size(); });
    measure("comparing 30,000 words, nothing changed", compare_ms, runs,
            [&] { return compare_texts(before, before).size(); });
}

std::unique_ptr<storage::Database> fresh_database() {
    storage::Settings settings;
    settings.address = ":memory:";
    settings.create = true;
    auto database = storage::Database::open(settings);
    std::vector<storage::Migration> all;
    for (auto some : {ledger::migrations(), members::migrations(), identity::migrations(),
                      charter::migrations(), documents::migrations(), decisions::migrations()})
        all.insert(all.end(), some.begin(), some.end());
    storage::migrate(*database, all, SystemClock());
    return database;
}

/// Versions up to `count`, each with one paragraph changed.
void add_versions(storage::Session& session, Id<Proposal> proposal, std::int64_t count, Drawn& drawn) {
    Text text = store::current_text(session, proposal);
    for (std::int64_t number = newest_version(session, proposal) + 1; number <= count; ++number) {
        Text next = text;
        next[drawn.below(next.size())].text = drawn.paragraph();
        store::Version version;
        version.version = number;
        version.cause = "reworded";
        store::add_version(session, proposal, version, text, next);
        text = std::move(next);
    }
}

void showings(int runs) {
    Drawn drawn;
    auto database = fresh_database();
    const auto proposal = database->write([&](storage::Session& session) {
        Proposal made;
        made.proposer = "chair";
        made.body = "plenary";
        made.effect_fields = "{}";
        const auto id = store::add_proposal(session, made, store::PersonId(1));
        begin_text(session, id, "en", whole_text(drawn), {});
        return id;
    });
    for (const std::int64_t count : {1, 10, 100, 1'000}) {
        database->write([&](storage::Session& session) { add_versions(session, proposal, count, drawn); });
        measure(fmt::format("showing the newest of {} versions", count), 0, runs, [&] {
            return database->read([&](storage::Session& session) {
                return load_text(session, proposal, identity::Reader())->paragraphs.size();
            });
        });
    }
    for (const std::int64_t number : {1, 500})
        measure(fmt::format("reading version {} of 1000", number), 0, runs, [&] {
            return database->read(
                [&](storage::Session& session) { return text_at(session, proposal, number).size(); });
        });
    measure("comparing versions 1 and 1000, read and compared", compare_ms, runs, [&] {
        return database->read([&](storage::Session& session) {
            return load_comparison(session, proposal, 1, 1'000)->paragraphs.size();
        });
    });
}

} // namespace

int main(int argc, char** argv) {
    const int runs = argc > 1 ? std::max(1, std::atoi(argv[1])) : 15;
    comparisons(runs);
    showings(runs);
    return 0;
}
