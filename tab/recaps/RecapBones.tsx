/** A recap's shape while it loads. */
export function RecapBones() {
  return (
    <div className="bones" aria-busy="true">
      {[60, 90, 84, 30, 88, 76].map((width) => (
        <span key={width} className="bone" aria-hidden="true" style={{ width: `${width}%` }} />
      ))}
    </div>
  )
}
