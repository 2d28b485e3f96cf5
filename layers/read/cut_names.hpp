// Names of columns that the ten bytes of a .dbf have cut, in UTF-8 often within a character; a name that is the same as
// another one then keeps eight bytes and a number (_1, 10). readable_names(): the names without broken characters, each
// once – those of cut names that would be the same with their place among the columns (有效期#4) – and what is surely
// the beginning of the whole name, with the bytes of a broken character; empty where nothing shows that it was cut.
// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layers/read/feature_source.hpp"

namespace redline {

struct CutName {
  std::string shown, begin;
};

std::vector<CutName> readable_names(std::vector<std::string> const& raw);
std::string_view without_number(std::string_view name_of_ten_bytes);
std::optional<std::string> beginning(
    FieldInfo const& field);  // of a name that was cut, or may have been: it fills its place
std::optional<std::string> before_cut_bracket(
    std::string const& begin);                                  // what （ stood behind, of which a byte is left
bool bracket_cut(FieldInfo const& field);                       // of a bracket the beginning is left
bool begins(FieldInfo const& field, std::string const& whole);  // that `whole` may be cut to this name

}  // namespace redline
