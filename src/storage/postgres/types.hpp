// SPDX-License-Identifier: Apache-2.0
#pragma once
// The four kinds of value, to and from PostgreSQL's binary format.

#include "storage/database.hpp"

#include <array>
#include <cstdint>
#include <libpq-fe.h>
#include <span>
#include <string_view>
#include <vector>

namespace poa::storage::postgres {

// src/include/catalog/pg_type.dat of PostgreSQL; these numbers never change.
namespace type {
inline constexpr Oid boolean = 16, bytea = 17, name = 19, int8 = 20, int2 = 21, int4 = 23, text = 25,
                     oid = 26, float4 = 700, float8 = 701, unknown = 705, bpchar = 1042, varchar = 1043,
                     numeric = 1700;
}

/// The type a parameter of this kind is sent as; 0 for NULL.
[[nodiscard]] Oid type_of(Parameter::Kind kind);
/// The types to try for a NULL, one after the other; 0 after the last.
[[nodiscard]] Oid next_type(Oid type);

/// Parameters as libpq takes them. Refers to the parameters' text.
class Encoded {
  public:
    explicit Encoded(std::span<const Parameter> parameters);
    Encoded(const Encoded&) = delete;
    Encoded& operator=(const Encoded&) = delete;
    [[nodiscard]] int count() const { return static_cast<int>(values_.size()); }
    [[nodiscard]] const char* const* values() const { return values_.data(); }
    [[nodiscard]] const int* lengths() const { return lengths_.data(); }
    [[nodiscard]] const int* formats() const { return formats_.data(); }

  private:
    std::vector<std::array<char, 8>> numbers_;
    std::vector<const char*> values_;
    std::vector<int> lengths_, formats_;
};

/// A whole number of any of PostgreSQL's integer types, of bool, or of numeric (sum of int8). Nothing where
/// the value is of another type, has a fraction or does not fit.
[[nodiscard]] std::optional<std::int64_t> integer_of(Oid type, std::string_view value);
/// A floating-point, integer or numeric value.
[[nodiscard]] std::optional<double> real_of(Oid type, std::string_view value);
[[nodiscard]] bool is_text(Oid type);

} // namespace poa::storage::postgres
