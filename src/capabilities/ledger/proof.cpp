// SPDX-License-Identifier: Apache-2.0
#include "capabilities/ledger/proof.hpp"

#include "capabilities/ledger/decimal.hpp"
#include "capabilities/ledger/merkle.hpp"

namespace poa::ledger {
namespace {

constexpr std::string_view head = "c2sp.org/tlog-proof@v1";
constexpr std::size_t path_length_max = 63;

std::unexpected<Refusal> malformed(std::string_view what) {
    return refuse(
        Refusal::because(Refusal::Kind::bad_input, "ledger.proof_malformed").with("what", std::string(what)));
}

/// Takes the next line off `rest`; nothing where no line feed is left.
std::optional<std::string_view> take_line(std::string_view& rest) {
    std::size_t end = rest.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end + 1);
    return line;
}

} // namespace

std::string write_proof(const Proof& proof) {
    std::string text = std::string(head) + '\n';
    if (proof.extra) text += "extra " + to_base64(bytes_of(*proof.extra)) + '\n';
    text += "index " + std::to_string(proof.index) + '\n';
    for (const Sha256& hash : proof.path) text += hash.base64() + '\n';
    return text + '\n' + proof.checkpoint;
}

Result<Proof> parse_proof(std::string_view rest) {
    if (rest.size() > 2 * note_bytes_max) return malformed("size");
    Proof proof;
    if (take_line(rest) != head) return malformed("head");
    auto line = take_line(rest);
    if (line && line->starts_with("extra ")) {
        proof.extra = from_base64(line->substr(6));
        if (!proof.extra) return malformed("extra");
        line = take_line(rest);
    }
    auto index = line && line->starts_with("index ") ? parse_decimal(line->substr(6)) : std::nullopt;
    if (!index) return malformed("index");
    proof.index = *index;
    for (line = take_line(rest); line && !line->empty(); line = take_line(rest)) {
        auto bytes = from_base64(*line);
        auto hash = bytes ? Sha256::from_bytes(bytes_of(*bytes)) : std::nullopt;
        if (!hash || proof.path.size() == path_length_max) return malformed("path");
        proof.path.push_back(*hash);
    }
    if (!line) return malformed("checkpoint");
    proof.checkpoint = std::string(rest);
    return proof;
}

ProofCheck check_proof(std::string_view text, std::string_view leaf, const VerifierKey& key) {
    auto proof = parse_proof(text);
    if (!proof) return ProofCheck::malformed;
    auto note = parse_note(proof->checkpoint);
    if (!note) return ProofCheck::malformed;
    auto checkpoint = parse_checkpoint(note->text);
    if (!checkpoint) return ProofCheck::malformed;
    NoteCheck signature = check_note(*note, {&key, 1});
    if (signature == NoteCheck::wrong_signature) return ProofCheck::wrong_signature;
    if (signature == NoteCheck::unknown_signers || checkpoint->origin != key.name)
        return ProofCheck::other_log;
    bool included = proves_inclusion(leaf_hash(bytes_of(leaf)), proof->index, checkpoint->size,
                                     checkpoint->root, proof->path);
    return included ? ProofCheck::proven : ProofCheck::not_included;
}

} // namespace poa::ledger
