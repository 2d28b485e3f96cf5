<qgis>
<renderer-v2>
</qgis>
