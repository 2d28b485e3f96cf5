// SPDX-License-Identifier: Apache-2.0
#include "engine/crs/proj_operation.hpp"

namespace redline::proj {
namespace {

struct Extent {
  double west, south, east, north;
};
constexpr Extent XINJIANG{73, 34, 97, 50};

struct DeleteList {
  void operator()(PJ_OBJ_LIST* l) const noexcept { proj_list_destroy(l); }
  void operator()(PJ_OPERATION_FACTORY_CONTEXT* f) const noexcept { proj_operation_factory_context_destroy(f); }
};
using List = std::unique_ptr<PJ_OBJ_LIST, DeleteList>;
using Factory = std::unique_ptr<PJ_OPERATION_FACTORY_CONTEXT, DeleteList>;

std::optional<Extent> area_for(PJ_CONTEXT* ctx, PJ* source) {
  Extent e{};
  if (proj_get_area_of_use(ctx, source, &e.west, &e.south, &e.east, &e.north, nullptr) == 0 || e.west < -180)
    return std::nullopt;
  bool const meets = e.south <= XINJIANG.north && XINJIANG.south <= e.north &&
                     (e.west <= e.east ? e.west <= XINJIANG.east && XINJIANG.west <= e.east  // else across 180°
                                       : e.west <= XINJIANG.east || XINJIANG.west <= e.east);
  return meets ? XINJIANG : e;
}

List operations(PJ_CONTEXT* ctx, PJ* source, PJ* target, PROJ_GRID_AVAILABILITY_USE grids) {
  Factory const factory(proj_create_operation_factory_context(ctx, nullptr));
  proj_operation_factory_context_set_allow_ballpark_transformations(ctx, factory.get(), 0);
  proj_operation_factory_context_set_spatial_criterion(ctx, factory.get(), PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION);
  proj_operation_factory_context_set_grid_availability_use(ctx, factory.get(), grids);
  if (auto const a = area_for(ctx, source))
    proj_operation_factory_context_set_area_of_interest(ctx, factory.get(), a->west, a->south, a->east, a->north);
  return List(proj_create_operations(ctx, source, target, factory.get()));
}

std::vector<std::string> grids_not_installed(PJ_CONTEXT* ctx, PJ* operation) {
  std::vector<std::string> out;
  for (int i = 0; i < proj_coordoperation_get_grid_used_count(ctx, operation); ++i) {
    char const* name = nullptr;
    int available = 0;
    if (proj_coordoperation_get_grid_used(ctx, operation, i, &name, nullptr, nullptr, nullptr, nullptr, nullptr,
                                          &available) != 0 &&
        !available)
      out.emplace_back(name);
  }
  return out;
}

}  // namespace

Operation best_operation(PJ_CONTEXT* ctx, PJ* source, char const* target_code) {
  Operation out;
  Object const target(proj_create(ctx, target_code));
  auto const usable = operations(ctx, source, target.get(), PROJ_GRID_AVAILABILITY_DISCARD_OPERATION_IF_MISSING_GRID);
  if (auto const wished = operations(ctx, source, target.get(), PROJ_GRID_AVAILABILITY_IGNORED);
      wished && proj_list_get_count(wished.get()) > 0)
    out.missing_grids = grids_not_installed(ctx, Object(proj_list_get(ctx, wished.get(), 0)).get());
  if (!usable || proj_list_get_count(usable.get()) == 0) return out;
  Object const best(proj_list_get(ctx, usable.get(), 0));
  out.name = proj_get_name(best.get());
  if (auto const a = proj_coordoperation_get_accuracy(ctx, best.get()); a >= 0) out.accuracy_m = a;
  out.object.reset(proj_normalize_for_visualization(ctx, best.get()));
  return out;
}

}  // namespace redline::proj
