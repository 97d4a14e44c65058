// SPDX-License-Identifier: Apache-2.0
#include "app/file_bytes.hpp"
#include "app/instance.hpp"
#include "app/verbs.hpp"
#include "base/text.hpp"
#include "capabilities/documents/documents.hpp"
#include "capabilities/ledger/key.hpp"
#include "capabilities/ledger/proof.hpp"
#include "capabilities/ledger/sequencer.hpp"
#include "capabilities/ledger/verify.hpp"

#include <iostream>
#include <unistd.h>

namespace poa::app {
namespace {

ledger::VerifierKey key_of(const std::string& text_or_file) {
    std::error_code ignored;
    std::string text =
        std::filesystem::is_regular_file(text_or_file, ignored) ? bytes_of_file(text_or_file) : text_or_file;
    auto key = ledger::VerifierKey::parse(trim(text));
    if (!key)
        throw MachineFailure(
            "--key is no verifier key; it looks like name+12345678+AbC... (poa ledger key prints it)");
    return *key;
}

/// The key that the place at hand says is its own: enough to see that nothing changed by accident; against
/// somebody who rewrites everything only a key that was kept apart helps, and the output says so.
std::optional<ledger::VerifierKey> served_key(const Settings& settings, const VerifyWish& wish,
                                              ledger::PublicFiles& files) {
    if (auto text = wish.url.empty() ? std::optional<std::string>() : files.get("key"))
        return ledger::VerifierKey::parse(trim(*text));
    std::error_code ignored;
    if (wish.url.empty() && std::filesystem::exists(settings.data / "ledger.key", ignored))
        return ledger::load_key_file(settings.data / "ledger.key").verifier();
    return std::nullopt;
}

ledger::Checkpoint earlier_checkpoint(const std::filesystem::path& file) {
    auto note = ledger::parse_note(bytes_of_file(file));
    if (!note) throw MachineFailure(fmt::format("{} is no signed checkpoint", file.string()));
    auto checkpoint = ledger::parse_checkpoint(note->text);
    if (!checkpoint) throw MachineFailure(fmt::format("{} is no checkpoint", file.string()));
    return *checkpoint;
}

void print_progress(std::uint64_t done, std::uint64_t of) {
    std::cerr << "\r" << done << " of " << of << " entries" << (done == of ? "\n" : "") << std::flush;
}

int print_report(const ledger::VerifyReport& report, bool own_key) {
    if (report.wrong) {
        std::cout << "WRONG: " << report.wrong->sentence() << "\n";
        std::cout << report.entries << " entries before it were checked and are right.\n";
        return 1;
    }
    std::cout << "Verified: " << report.checkpoint.origin << ", " << report.entries << " entries ("
              << report.restricted << " restricted), root " << report.checkpoint.root.base64() << ", "
              << report.tiles << " tiles.\n";
    if (report.journal_rows > 0)
        std::cout << report.journal_rows << " rows of the journal agree with their entries; " << report.opened
                  << " commitments open.\n";
    if (!report.signature_checked)
        std::cout << "No key was given or served: only the agreement of the files was checked.\n";
    else if (!own_key)
        std::cout << "The signature was checked with the key that is served; give --key with one you kept to "
                     "be sure of who signed.\n";
    return 0;
}

int print_documents(const documents::DocumentsChecked& checked) {
    for (const documents::DocumentFinding& finding : checked.wrong)
        std::cout << "WRONG: " << finding.sentence() << "\n";
    for (const std::string& version : checked.passages_unchecked)
        std::cout << "Not checked: passages of " << version
                  << ": its entry is older than digests of passages; its file was checked.\n";
    std::cout << checked.versions << " versions of documents compared with their entries, " << checked.files
              << " files read"
              << (checked.wrong.empty() ? "; all agree.\n"
                                        : fmt::format("; {} things are wrong.\n", checked.wrong.size()));
    return checked.wrong.empty() ? 0 : 1;
}

int check_receipt(const VerifyWish& wish) {
    if (wish.leaf.empty() || wish.key.empty()) throw MachineFailure("--receipt needs --leaf and --key");
    auto key = key_of(wish.key);
    std::string text = bytes_of_file(wish.receipt);
    switch (ledger::check_proof(text, bytes_of_file(wish.leaf), key)) {
    case ledger::ProofCheck::proven:
        std::cout << "Verified: entry " << ledger::parse_proof(text)->index << " stands in the log "
                  << key.name << ".\n";
        return 0;
    case ledger::ProofCheck::malformed:
        std::cout << "WRONG: the receipt or its checkpoint cannot be read.\n";
        break;
    case ledger::ProofCheck::other_log:
        std::cout << "WRONG: the receipt is of another log than the key.\n";
        break;
    case ledger::ProofCheck::wrong_signature:
        std::cout << "WRONG: the key's signature does not verify.\n";
        break;
    case ledger::ProofCheck::not_included:
        std::cout << "WRONG: these bytes are not the entry of the receipt.\n";
        break;
    }
    return 1;
}

} // namespace

int verify_ledger(const Settings& settings, const VerifyWish& wish) {
    if (!wish.receipt.empty()) return check_receipt(wish);
    ledger::VerifyOptions options;
    if (!wish.quiet && isatty(STDERR_FILENO) == 1) options.progress = print_progress;
    if (!wish.earlier.empty()) options.earlier = earlier_checkpoint(wish.earlier);
    std::optional<ledger::VerifierKey> key;
    if (!wish.key.empty()) key = key_of(wish.key);
    auto with_key = [&](ledger::PublicFiles& files) {
        if (!key) key = served_key(settings, wish, files);
        options.key = key ? &*key : nullptr;
    };
    if (!wish.url.empty()) {
        ledger::HttpFiles files(wish.url);
        with_key(files);
        int code = print_report(ledger::verify(files, options), !wish.key.empty());
        std::cout
            << "Not checked: rows of the journal, sealed parts, and the documents with their files. That "
               "needs the data folder: poa ledger verify --data DIR.\n";
        return code;
    }
    Instance instance(settings);
    ledger::DatabaseFiles files(instance.database());
    with_key(files);
    int code = print_report(ledger::verify_database(instance.database(), options), !wish.key.empty());
    if (code != 0) {
        std::cout << "Not checked: the documents. What the journal says of them counts only where it is "
                     "right itself.\n";
        return code;
    }
    return print_documents(documents::check_documents(instance.database(), instance.files()));
}

int print_ledger_key(const Settings& settings) {
    std::cout << ledger::load_key_file(settings.data / "ledger.key").verifier().text() << "\n";
    return 0;
}

int accept_rollback(const Settings& settings) {
    Instance instance(settings);
    ledger::accept_rollback(instance.database(), ledger::guard_file_of(settings.data / "ledger.key"),
                            instance.clock());
    std::cout << "The ledger goes on from the database as it is; the break stands in it as an entry.\n";
    return 0;
}

} // namespace poa::app
