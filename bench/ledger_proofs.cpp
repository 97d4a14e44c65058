// SPDX-License-Identifier: Apache-2.0
// bench_ledger_proofs FOLDER [QUICK]: microseconds for an offline receipt and for a proof of consistency out
// of ledgers of about 1,000, 10,000 and 100,000 entries (with QUICK not the last), taken in turn. Prints one
// line of JSON for each.
#include "base/json.hpp"
#include "capabilities/ledger/key.hpp"
#include "capabilities/ledger/ledger.hpp"
#include "capabilities/ledger/queries.hpp"
#include "capabilities/ledger/sequencer.hpp"
#include "storage/migrations.hpp"

namespace {

using namespace poa;

constexpr int rounds = 9;
constexpr int proofs_a_round = 300;

/// Of this thread's processor, so that others on the machine do not count.
double processor_seconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values[values.size() / 2];
}

class Ledger {
  public:
    Ledger(const std::filesystem::path& folder, std::int64_t entries) : entries_(entries) {
        std::filesystem::create_directories(folder);
        database_ = storage::Database::open({.address = folder / "poa.sqlite", .create = true});
        SystemClock clock;
        storage::migrate(*database_, ledger::migrations(), clock);
        fill(clock);
        const std::filesystem::path key = folder / "ledger.key";
        ledger::make_guard_file(ledger::guard_file_of(key));
        ledger::Sequencer sequencer(*database_, ledger::make_key_file(key),
                                    {.guard_file = ledger::guard_file_of(key)}, clock);
        while (sequencer.run_once()) {
        }
    }

    [[nodiscard]] std::int64_t entries() const { return entries_; }

    double microseconds_per_receipt() {
        return microseconds([&](storage::Session& session, std::uint64_t index) {
            auto receipt = ledger::receipt(session, index);
            require(receipt.has_value(), "a receipt");
            receipt_bytes_ = receipt->size();
        });
    }
    double microseconds_per_consistency_proof() {
        return microseconds([&](storage::Session& session, std::uint64_t index) {
            require(ledger::consistency_proof(session, index + 1, static_cast<std::uint64_t>(entries_))
                        .has_value(),
                    "a proof");
        });
    }
    [[nodiscard]] std::size_t receipt_bytes() const { return receipt_bytes_; }

  private:
    void fill(const Clock& clock) {
        for (std::int64_t made = 0; made < entries_;)
            database_->write([&](storage::Session& session) {
                ledger::Work work(session, clock.now());
                for (int i = 0; i < 1000 && made < entries_; ++i, ++made) {
                    ledger::Entry entry;
                    entry.act = "bench.act";
                    entry.on_behalf = "secretariat";
                    entry.subject = fmt::format("motion:{}", made);
                    entry.audience = Audience::everyone;
                    entry.facts = {{"title", "That the group of experts meet twice a year"}};
                    work.record(entry);
                }
            });
    }
    template <class Prove> double microseconds(Prove&& prove) {
        const double start = processor_seconds();
        for (int i = 0; i < proofs_a_round; ++i) {
            next_ = (next_ + 7919) % static_cast<std::uint64_t>(entries_);
            database_->read([&](storage::Session& session) { prove(session, next_); });
        }
        return (processor_seconds() - start) * 1e6 / proofs_a_round;
    }

    std::int64_t entries_;
    std::unique_ptr<storage::Database> database_;
    std::uint64_t next_ = 0;
    std::size_t receipt_bytes_ = 0;
};

} // namespace

int main(int count, char** arguments) {
    if (count < 2) {
        fmt::print(stderr, "usage: bench_ledger_proofs FOLDER [QUICK]\n");
        return 2;
    }
    const std::filesystem::path folder = std::filesystem::path(arguments[1]) / "bench-ledger-proofs";
    std::filesystem::remove_all(folder);
    {
        std::vector<std::unique_ptr<Ledger>> ledgers;
        // The last tile is half full in each: how full it is makes more of a difference than the size.
        for (const std::int64_t entries : {1'152, 10'368, 102'528})
            if (entries <= 10'368 || count == 2)
                ledgers.push_back(std::make_unique<Ledger>(folder / std::to_string(entries), entries));
        std::vector<std::vector<double>> receipts(ledgers.size()), consistency(ledgers.size());
        for (int round = 0; round < rounds; ++round)
            for (std::size_t i = 0; i < ledgers.size(); ++i) {
                receipts[i].push_back(ledgers[i]->microseconds_per_receipt());
                consistency[i].push_back(ledgers[i]->microseconds_per_consistency_proof());
            }
        for (std::size_t i = 0; i < ledgers.size(); ++i) {
            std::string line;
            JsonWriter json(line);
            json.begin_object().key("entries").value(ledgers[i]->entries());
            json.key("receipt_microseconds").value(median(receipts[i]));
            json.key("receipt_bytes").value(static_cast<std::int64_t>(ledgers[i]->receipt_bytes()));
            json.key("consistency_microseconds").value(median(consistency[i])).end_object();
            fmt::print("{}\n", line);
        }
    }
    std::filesystem::remove_all(folder);
}
